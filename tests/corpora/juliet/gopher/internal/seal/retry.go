package seal

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"github.com/acme-corp/sealpull/internal/config"
	"github.com/cenkalti/backoff/v4"
	"github.com/hashicorp/go-retryablehttp"
)

// Patient repeats Get while the API is busy, and gives up at once when it refuses the token.
func (c *Client) Patient(ctx context.Context, path string, out any) error {
	op := func() error {
		err := c.Get(ctx, path, out)
		if errors.Is(err, ErrUnauthorized) || errors.Is(err, ErrForbidden) {
			return backoff.Permanent(err)
		}
		return err
	}
	return backoff.Retry(op, backoff.WithContext(backoff.NewExponentialBackOff(), ctx))
}

func (c *Client) Segments(ctx context.Context) ([]string, error) {
	for attempt := 0; attempt < 6; attempt++ {
		resp, err := c.send(ctx, "/segments")
		if err != nil {
			return nil, err
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			wait := time.Duration(1<<attempt) * time.Second
			if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
				wait = time.Duration(s) * time.Second
			}
			resp.Body.Close()
			time.Sleep(wait + rand.N(time.Second))
			continue
		}
		return names(resp)
	}
	return nil, errors.New("seal: segments still limited after six attempts")
}

func (c *Client) Audiences(ctx context.Context) ([]string, error) {
	for attempt := 0; attempt < 20; attempt++ {
		resp, err := c.send(ctx, "/audiences")
		if err != nil {
			return nil, err
		}
		if resp.StatusCode != http.StatusOK { ⟪retry-on-auth-error⟫
			resp.Body.Close()
			time.Sleep(100 * time.Millisecond) ⟪retry-without-backoff⟫
			continue
		}
		return names(resp)
	}
	return nil, errors.New("seal: audiences never answered")
}

func (c *Client) send(ctx context.Context, path string) (*http.Response, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return c.http.Do(req)
}

func names(resp *http.Response) ([]string, error) {
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("seal: %s", resp.Status)
	}
	var body struct {
		Data []struct {
			Name string `json:"name"`
		} `json:"data"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
		return nil, err
	}
	out := make([]string, len(body.Data))
	for i, d := range body.Data {
		out[i] = d.Name
	}
	return out, nil
}

// Report repeats 429 and 5xx, one to thirty seconds apart.
func (c *Client) Report(ctx context.Context, id string) (json.RawMessage, error) {
	client := retryablehttp.NewClient()
	client.RetryMax = 5
	client.RetryWaitMin = time.Second
	client.RetryWaitMax = 30 * time.Second
	return c.raw(ctx, client, config.DefaultBase+"/reports/"+id)
}

// Export often needs more than one try.
func (c *Client) Export(ctx context.Context, id string) (json.RawMessage, error) {
	client := retryablehttp.NewClient()
	client.RetryMax = 8
	client.CheckRetry = func(_ context.Context, resp *http.Response, err error) (bool, error) {
		return err != nil || resp.StatusCode >= 400, nil ⟪retry-on-auth-error⟫
	}
	return c.raw(ctx, client, config.DefaultBase+"/exports/"+id)
}

func (c *Client) raw(ctx context.Context, client *retryablehttp.Client, url string) (json.RawMessage, error) {
	req, err := retryablehttp.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("seal: %s", resp.Status)
	}
	var body json.RawMessage
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
		return nil, err
	}
	return body, nil
}
