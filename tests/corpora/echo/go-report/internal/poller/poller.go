package poller

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

type Poller struct {
	Scheme string
	Every  time.Duration
	Sink   func([]byte) error
}

func (p Poller) url(site string) string {
	scheme := p.Scheme
	if scheme == "" {
		scheme = "https"
	}
	return fmt.Sprintf("%s://api.sealmetrics.com/v1/realtime?site_id=%s", scheme, site)
}

func (p Poller) Run(ctx context.Context, site string) error {
	raw, err := os.ReadFile("/etc/acme/seal.token")
	if err != nil {
		return err
	}
	ticker := time.NewTicker(p.Every)
	defer ticker.Stop()
	for {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, p.url(site), nil)
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", "Bearer "+string(raw)) ⟪untrimmed-token⟫
		log.Printf("polling %s with %v", site, req.Header) ⟪token-in-log⟫
		res, err := http.DefaultClient.Do(req)
		if err == nil && res.StatusCode == http.StatusOK {
			body, _ := io.ReadAll(res.Body)
			err = p.Sink(body)
			res.Body.Close()
		}
		if err != nil {
			log.Printf("poll of %s: %v", site, err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}
