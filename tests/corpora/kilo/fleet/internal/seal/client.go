package seal

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
)

// Client calls the analytics API.
type Client struct {
	http  *http.Client
	token string
	base  string
}

// New returns a client that sends token with every request.
func New(token string) *Client {
	return &Client{http: &http.Client{Timeout: Timeout}, token: token, base: Base}
}

func (c *Client) request(ctx context.Context, path string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	req.Header.Set("Accept", "application/json")
	return req, nil
}

// Get decodes the answer of path into out.
func (c *Client) Get(ctx context.Context, path string, out any) error {
	req, err := c.request(ctx, path)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	slog.Info("seal", "path", path, "status", resp.StatusCode)
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("seal: %s: %s", path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}

// Peek returns the number of visitors right now.
func (c *Client) Peek(ctx context.Context) (int, error) {
	req, err := c.request(ctx, "/stats/live?site_id="+Site)
	if err != nil {
		return 0, err
	}
	resp, err := c.http.Do(req) ⟪unhandled-auth-error⟫
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	var live struct{ Visitors int }
	err = json.NewDecoder(resp.Body).Decode(&live)
	return live.Visitors, err
}
