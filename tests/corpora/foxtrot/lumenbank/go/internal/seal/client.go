package seal

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/http"
	"os"
	"strings"
	"time"
)

const defaultBase = "https://api.sealmetrics.com/v1"

// Client reads from Sealmetrics. Plain http:// bases are refused by New.
type Client struct {
	base  string
	token string
	http  *http.Client
}

func New(base, tokenFile, caFile string) (*Client, error) {
	if base == "" {
		base = defaultBase
	}
	if strings.HasPrefix(base, "http://") {
		return nil, fmt.Errorf("insecure base URL %q", base)
	}
	raw, err := os.ReadFile(tokenFile)
	if err != nil {
		return nil, err
	}
	pem, err := os.ReadFile(caFile)
	if err != nil {
		return nil, err
	}
	pool := x509.NewCertPool()
	pool.AppendCertsFromPEM(pem)
	transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MinVersion: tls.VersionTLS12}}
	return &Client{
		base:  base,
		token: strings.TrimSpace(string(raw)),
		http:  &http.Client{Transport: transport, Timeout: 10 * time.Second},
	}, nil
}

func (c *Client) Accounts(ctx context.Context) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+"/accounts", nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}
