// Package seal reads accounts from Sealmetrics. Plain http:// base URLs are refused.
package seal

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"

	"golang.org/x/oauth2"
)

const defaultBase = "https://api.sealmetrics.com/v1"

func NewClient(ctx context.Context, tokenFile, caFile string) (*http.Client, error) {
	raw, err := os.ReadFile(tokenFile)
	if err != nil {
		return nil, err
	}
	pem, err := os.ReadFile(caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("no certificate in %s", caFile)
	}
	base := &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12},
	}}
	source := oauth2.StaticTokenSource(&oauth2.Token{
		AccessToken: strings.TrimSpace(string(raw)),
		TokenType:   "Bearer",
	})
	return oauth2.NewClient(context.WithValue(ctx, oauth2.HTTPClient, base), source), nil
}

func Accounts(ctx context.Context, c *http.Client) (out []string, err error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, defaultBase+"/accounts", nil)
	if err != nil {
		return nil, err
	}
	resp, err := c.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("accounts: %s", resp.Status)
	}
	return out, json.NewDecoder(resp.Body).Decode(&out)
}
