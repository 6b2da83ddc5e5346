package logx

import (
	"log/slog"
	"os"
	"regexp"
	"strings"
)

var (
	sensitive = map[string]bool{"authorization": true, "x-api-key": true, "sealmetrics_token": true, "cookie": true}
	sealKey   = regexp.MustCompile(`\bsm_[A-Za-z0-9_]{20,}\b`)
)

// Mask keeps the first four characters of a secret.
func Mask(secret string) string {
	if len(secret) < 12 {
		return "****"
	}
	return secret[:4] + "..."
}

func New() *slog.Logger {
	return slog.New(slog.NewJSONHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if sensitive[strings.ToLower(a.Key)] {
				return slog.String(a.Key, "[redacted]")
			}
			if a.Value.Kind() == slog.KindString {
				a.Value = slog.StringValue(sealKey.ReplaceAllStringFunc(a.Value.String(), Mask))
			}
			return a
		},
	}))
}

func Startup(log *slog.Logger, sealmetricsToken string) {
	log.Info("configured", "api", "https://api.sealmetrics.com/v1", "credential", Mask(sealmetricsToken))
}
