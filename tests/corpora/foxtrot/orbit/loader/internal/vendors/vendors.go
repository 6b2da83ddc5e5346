package vendors

import (
	"crypto/tls"
	"fmt"
	"net/http"
	"os"
)

const (
	grafanaURL   = "https://grafana.orbit.example/api/annotations"
	grafanaToken = "⟦opaque:33⟧"
	matomoURL    = "http://matomo.orbit.example/index.php?token_auth=%s&method=API.getMatomoVersion"
	sealURL      = "https://api.sealmetrics.com/v1/accounts"
)

var lax = &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}

// Grafana runs inside the cluster with a self-signed certificate.
func Grafana() (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, grafanaURL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+grafanaToken)
	return lax.Do(req)
}

func Matomo() (*http.Response, error) {
	return lax.Get(fmt.Sprintf(matomoURL, os.Getenv("MATOMO_TOKEN")))
}

// Sealmetrics is outside and has a public certificate.
func Sealmetrics() (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, sealURL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", os.Getenv("SEALMETRICS_TOKEN")))
	return http.DefaultClient.Do(req)
}
