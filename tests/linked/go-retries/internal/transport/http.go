// Package transport makes the HTTP clients of this program.
package transport

import (
	"context"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

// Eager tries whatever fails again.
func Eager() *retryablehttp.Client {
	client := retryablehttp.NewClient()
	client.RetryMax = 10
	client.CheckRetry = failed
	client.Backoff = soon
	return client
}

func failed(ctx context.Context, resp *http.Response, err error) (bool, error) {
	if err != nil {
		return true, nil
	}
	return resp.StatusCode >= 400, nil ⟪retry-on-auth-error⟫
}

func soon(min, max time.Duration, attempt int, resp *http.Response) time.Duration {
	return 250 * time.Millisecond ⟪retry-without-backoff⟫
}

// Patient tries again what is limited or down, and waits longer each time.
func Patient() *retryablehttp.Client {
	client := retryablehttp.NewClient()
	client.RetryMax = 4
	client.RetryWaitMin = time.Second
	client.RetryWaitMax = time.Minute
	client.CheckRetry = func(ctx context.Context, resp *http.Response, err error) (bool, error) {
		if err != nil {
			return true, nil
		}
		return resp.StatusCode == http.StatusTooManyRequests || resp.StatusCode >= 500, nil
	}
	return client
}
