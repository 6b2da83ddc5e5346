package seal

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Patient returns an HTTP client that waits and tries again.
func Patient() *retryablehttp.Client {
	c := retryablehttp.NewClient()
	c.RetryMax = 5
	c.RetryWaitMin = time.Second
	c.RetryWaitMax = 40 * time.Second
	c.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err != nil || ctx.Err() != nil {
			return err != nil && ctx.Err() == nil, ctx.Err()
		}
		return resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500, nil
	}
	return c
}

// Download stores the raw export of a day.
func (c *Client) Download(ctx context.Context, day string, w io.Writer) error {
	for attempt := 0; attempt < 5; attempt++ {
		req, err := c.request(ctx, "/export/"+day)
		if err != nil {
			return err
		}
		resp, err := c.http.Do(req)
		if err != nil {
			return err
		}
		if resp.StatusCode >= 400 { ⟪retry-on-auth-error⟫
			resp.Body.Close()
			time.Sleep(300 * time.Millisecond) ⟪retry-without-backoff⟫
			continue
		}
		_, err = io.Copy(w, resp.Body)
		resp.Body.Close()
		return err
	}
	return fmt.Errorf("seal: no export of %s", day)
}
