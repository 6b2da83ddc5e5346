package config

import (
	"os"
	"strings"
)

const (
	Endpoint = "https://app.sealmetrics.com/api"
	Account  = "⟦objid:5⟧"

	LegacyAccess = "⟦jwt:1⟧" ⟪hardcoded-jwt,shared-token⟫
)

// Current is the token of the new API.
func Current() string {
	return strings.TrimSpace(os.Getenv("SEALMETRICS_API_TOKEN"))
}
