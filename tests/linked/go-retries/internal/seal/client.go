package seal

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"os"

	"example.com/reports/internal/retry"
)

const base = "https://api.sealmetrics.com/v1"

type Client struct {
	http  *http.Client
	token string
}

func New() *Client {
	return &Client{http: &http.Client{}, token: os.Getenv("SEALMETRICS_API_TOKEN")}
}

func (c *Client) get(ctx context.Context, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	slog.Info("seal", "path", path, "status", resp.StatusCode)
	switch resp.StatusCode {
	case http.StatusOK:
		return json.NewDecoder(resp.Body).Decode(out)
	case http.StatusUnauthorized, http.StatusForbidden:
		return retry.ErrStop
	}
	return fmt.Errorf("seal: %s", resp.Status)
}

func (c *Client) accounts(ctx context.Context) ([]string, error) {
	var out []string
	err := retry.Patiently(ctx, func() error { return c.get(ctx, "/accounts", &out) })
	return out, err
}

func (c *Client) pages(ctx context.Context) ([]string, error) {
	var out []string
	err := retry.Do(ctx, func() error { return c.get(ctx, "/stats/pages", &out) })
	return out, err
}

