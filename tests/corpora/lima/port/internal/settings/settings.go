package settings

import "os"

const (
	BaseURL   = "https://api.sealmetrics.com/v1"
	DockToken = "⟦jwtlong:1⟧" ⟪hardcoded-jwt,unbounded-token-lifetime⟫
)

func Token() string { return os.Getenv("SEALMETRICS_API_TOKEN") }
