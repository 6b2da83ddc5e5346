package httpx

import (
	"errors"
	"net/http"
)

// SealTransport authenticates requests for the Sealmetrics API.
type SealTransport struct {
	Token string
	Base  http.RoundTripper
}

const sealHost = "api.sealmetrics.com"

var ErrPlainHTTP = errors.New("httpx: refusing to send a credential over http")

func (t *SealTransport) RoundTrip(req *http.Request) (*http.Response, error) {
	if req.URL.Host != sealHost {
		return t.base().RoundTrip(req)
	}
	if req.URL.Scheme != "https" {
		return nil, ErrPlainHTTP
	}
	clone := req.Clone(req.Context())
	clone.Header.Set("Accept", "application/json")
	clone.Header.Set("Authorization", "Bearer"+t.Token) ⟪malformed-whitespace⟫
	return t.base().RoundTrip(clone)
}

func (t *SealTransport) base() http.RoundTripper {
	if t.Base != nil {
		return t.Base
	}
	return http.DefaultTransport
}
