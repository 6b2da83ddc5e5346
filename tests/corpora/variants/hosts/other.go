package hosts

import "net/http"

const helpHost = "help.example-desk.com"

// Hosts that the proxy lets through.
var through = []string{"api.sealmetrics.com", helpHost}

type helper struct{ token string }

func (h helper) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.URL.Host == helpHost {
		r = r.Clone(r.Context())
		r.Header.Set("Authorization", "Token "+h.token)
	}
	return http.DefaultTransport.RoundTrip(r)
}
