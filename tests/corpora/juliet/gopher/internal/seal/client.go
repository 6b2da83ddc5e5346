// Package seal is a thin client of the Sealmetrics API.
package seal

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/acme-corp/sealpull/internal/config"
)

var (
	ErrUnauthorized = errors.New("seal: token invalid or expired")
	ErrForbidden    = errors.New("seal: token lacks the scope")
)

type Client struct {
	base  string
	token string
	http  *http.Client
}

type Option func(*Client)

func WithBase(base string) Option {
	return func(c *Client) { c.base = base }
}

func WithTimeout(d time.Duration) Option {
	return func(c *Client) { c.http.Timeout = d }
}

func WithTLS(conf *tls.Config) Option {
	return func(c *Client) { c.http.Transport = &http.Transport{TLSClientConfig: conf} }
}

func New(token string, opts ...Option) *Client {
	c := &Client{base: config.DefaultBase, token: token, http: &http.Client{Timeout: 15 * time.Second}}
	for _, opt := range opts {
		opt(c)
	}
	return c
}

func (c *Client) Get(ctx context.Context, path string, out any) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	slog.Info("sealmetrics", "path", path, "status", resp.StatusCode)
	switch {
	case resp.StatusCode == http.StatusUnauthorized:
		return ErrUnauthorized
	case resp.StatusCode == http.StatusForbidden:
		return ErrForbidden
	case resp.StatusCode >= 400:
		return fmt.Errorf("seal: %s answered %s", path, resp.Status)
	}
	return json.NewDecoder(resp.Body).Decode(out)
}
