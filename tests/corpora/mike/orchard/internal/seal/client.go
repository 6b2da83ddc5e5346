// Package seal talks to the Sealmetrics API.
package seal

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/verger/orchard/internal/config"
)

type Client struct {
	base  string
	site  string
	token string
	http  *http.Client
}

// StatusError is any answer that is not 200.
type StatusError struct {
	Path string
	Code int
}

func (e *StatusError) Error() string { return fmt.Sprintf("sealmetrics %s: HTTP %d", e.Path, e.Code) }

func New(c config.Seal) *Client {
	return NewWith(c.Token, c.BaseURL, c.SiteID, &http.Client{Timeout: c.Timeout})
}

func NewWith(token, base, site string, hc *http.Client) *Client {
	if hc == nil {
		hc = &http.Client{Timeout: 15 * time.Second}
	}
	return &Client{base: base, site: site, token: token, http: hc}
}

func (c *Client) Get(ctx context.Context, path string, q url.Values, into any) error {
	if q == nil {
		q = url.Values{}
	}
	q.Set("site_id", c.site)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path+"?"+q.Encode(), nil)
	if err != nil {
		return err
	}
	SetAuth(req, c.token)
	start := time.Now()
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	slog.Info("sealmetrics", "path", path, "status", resp.StatusCode, "took", time.Since(start))
	if resp.StatusCode != http.StatusOK {
		return &StatusError{Path: path, Code: resp.StatusCode}
	}
	return json.NewDecoder(resp.Body).Decode(into)
}
