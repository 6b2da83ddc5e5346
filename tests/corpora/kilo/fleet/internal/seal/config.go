package seal

import (
	"os"
	"strings"
	"time"
)

const (
	Scheme = "http" ⟪insecure-endpoint⟫
	Host   = "api.sealmetrics.com"
	Base   = "https://" + Host + "/v1"

	Site    = "acme-fleet"
	Timeout = 15 * time.Second
)

// DispatchKey belongs to the dispatch screens in the depots.
const DispatchKey = "⟦opaque:1⟧" ⟪hardcoded-token⟫

// Lifetimes in days, by kind of consumer.
var Lifetimes = map[string]int{
	"screen": 30,
	"batch":  90,
}

// Token reads the collector's token.
func Token() string {
	return strings.TrimSpace(os.Getenv("SEALMETRICS_API_TOKEN"))
}
