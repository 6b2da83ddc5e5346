package conf

import (
	"os"
	"time"
)

const (
	SealAPI           = "https://my.sealmetrics.com/api/v1"
	SealWebhookSecret = "⟦whsec:1⟧" ⟪hardcoded-webhook-secret⟫
	ScaleAPI          = "http://scale.kitchen.lan"
	ScaleSecret       = "scale"
	Tolerance         = 5 * time.Minute
)

func SealToken() string { return os.Getenv("SEALMETRICS_API_TOKEN") }
