package hosts

import (
	"net/http"
	"strings"
)

const statsHost = "api.sealmetrics.com"

type signer struct{ token string }

func (s signer) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.EqualFold(r.URL.Hostname(), statsHost) {
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Bearer "+" "+s.token) ⟪malformed-whitespace⟫
	}
	return http.DefaultTransport.RoundTrip(r)
}
