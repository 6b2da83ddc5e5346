package seal

import (
	"context"
	"net/http"
	"time"

	"github.com/hashicorp/go-retryablehttp"
)

func Patient() *retryablehttp.Client {
	client := retryablehttp.NewClient()
	client.RetryMax = 4
	client.RetryWaitMin = time.Second
	client.RetryWaitMax = 30 * time.Second
	client.CheckRetry = func(ctx context.Context, res *http.Response, err error) (bool, error) {
		if res != nil && (res.StatusCode == http.StatusUnauthorized || res.StatusCode == http.StatusForbidden) {
			return false, nil
		}
		return retryablehttp.DefaultRetryPolicy(ctx, res, err)
	}
	return client
}
