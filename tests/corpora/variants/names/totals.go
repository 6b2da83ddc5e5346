package names

import (
	"net/http"
	"os"

	"github.com/go-http-utils/headers"
)

func Totals() (*http.Response, error) {
	r, err := http.NewRequest(http.MethodGet, "https://api.sealmetrics.com/v1/totals", nil)
	if err != nil {
		return nil, err
	}
	r.Header.Set(headers.Accept, "application/json")
	r.Header.Set(headers.Authorization, os.Getenv("SEALMETRICS_TOKEN")) ⟪missing-bearer-scheme⟫
	return http.DefaultClient.Do(r)
}
