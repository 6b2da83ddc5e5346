package seal

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"time"

	"github.com/cenkalti/backoff/v4"
	"github.com/hashicorp/go-retryablehttp"
)

// GetPatiently is Get, asked again while the API is busy.
func (c *Client) GetPatiently(ctx context.Context, path string, q url.Values, into any) error {
	policy := backoff.NewExponentialBackOff(
		backoff.WithInitialInterval(800*time.Millisecond),
		backoff.WithMaxInterval(30*time.Second),
		backoff.WithMaxElapsedTime(3*time.Minute),
	)
	return backoff.Retry(func() error {
		err := c.Get(ctx, path, q, into)
		var se *StatusError
		if errors.As(err, &se) && se.Code < 500 && se.Code != http.StatusTooManyRequests {
			return backoff.Permanent(err)
		}
		return err
	}, backoff.WithContext(policy, ctx))
}

// NewPersistentHTTP is the HTTP client of the nightly export.
func NewPersistentHTTP() *http.Client {
	rc := retryablehttp.NewClient()
	rc.RetryMax = 6
	rc.RetryWaitMin = time.Second
	rc.RetryWaitMax = time.Minute
	rc.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if ctx.Err() != nil {
			return false, ctx.Err()
		}
		if err != nil {
			return true, nil
		}
		return resp.StatusCode >= 400, nil ⟪retry-on-auth-error⟫
	}
	return rc.StandardClient()
}
