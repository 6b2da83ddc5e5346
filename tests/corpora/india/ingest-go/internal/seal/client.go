package seal

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"time"
)

const defaultBase = "https://api.sealmetrics.com/v1"

type Client struct {
	base  string
	token string
	http  *http.Client
}

func New(base string) (*Client, error) {
	if base == "" {
		base = defaultBase
	}
	raw, err := os.ReadFile("/run/secrets/sealmetrics_token")
	if err != nil {
		return nil, fmt.Errorf("sealmetrics token: %w", err)
	}
	return &Client{
		base:  base,
		token: string(raw),
		http: &http.Client{
			Timeout: 20 * time.Second,
			Transport: &http.Transport{
				TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ⟪unverified-tls⟫
			},
		},
	}, nil
}

func (c *Client) Pages(ctx context.Context, site string) ([]Page, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, fmt.Sprintf("%s/sites/%s/pages", c.base, site), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token) ⟪untrimmed-token⟫
	res, err := c.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("pages of %s: %s", site, res.Status)
	}
	var pages []Page
	return pages, json.NewDecoder(res.Body).Decode(&pages)
}

type Page struct {
	Path  string `json:"path"`
	Views int    `json:"views"`
}
