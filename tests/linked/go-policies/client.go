package seal

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/avast/retry-go/v4"
	"github.com/cenkalti/backoff/v4"
	"github.com/go-resty/resty/v2"
)

const base = "https://api.sealmetrics.com/v1"

func eager() *resty.Client {
	return resty.New().
		SetBaseURL(base).
		SetRetryCount(5).
		SetRetryWaitTime(200 * time.Millisecond). ⟪retry-without-backoff⟫
		SetRetryMaxWaitTime(200 * time.Millisecond).
		AddRetryCondition(func(r *resty.Response, err error) bool {
			return err != nil || r.IsError() ⟪retry-on-auth-error⟫
		})
}

func calm() *resty.Client {
	return resty.New().
		SetBaseURL(base).
		SetRetryCount(5).
		SetRetryWaitTime(time.Second).
		SetRetryMaxWaitTime(30 * time.Second).
		AddRetryCondition(func(r *resty.Response, err error) bool {
			return err != nil || r.StatusCode() == http.StatusTooManyRequests || r.StatusCode() >= 500
		})
}

func fetch(ctx context.Context, path string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("SEALMETRICS_TOKEN"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	log.Printf("seal %s: %d", path, resp.StatusCode)
	if resp.StatusCode == http.StatusUnauthorized || resp.StatusCode == http.StatusForbidden {
		return nil, backoff.Permanent(errors.New("refused"))
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("seal: %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func plain(ctx context.Context, path string) ([]byte, error) {
	req, _ := http.NewRequestWithContext(ctx, http.MethodGet, base+path, nil)
	req.Header.Set("Authorization", "Bearer "+os.Getenv("SEALMETRICS_TOKEN"))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return nil, fmt.Errorf("seal: %s", resp.Status)
	}
	return io.ReadAll(resp.Body)
}

func constant(ctx context.Context) (out []byte, err error) {
	err = backoff.Retry(func() error { ⟪retry-on-auth-error⟫
		out, err = plain(ctx, "/a")
		return err
	}, backoff.NewConstantBackOff(500*time.Millisecond)) ⟪retry-without-backoff⟫
	return out, err
}

func growing(ctx context.Context) (out []byte, err error) {
	err = backoff.Retry(func() error {
		out, err = fetch(ctx, "/b")
		return err
	}, backoff.NewExponentialBackOff())
	return out, err
}

func avast(ctx context.Context) (out []byte, err error) {
	err = retry.Do(func() error { ⟪retry-on-auth-error⟫
		out, err = plain(ctx, "/c")
		return err
	}, retry.Attempts(5), retry.Delay(time.Second))
	return out, err
}

func fixed(ctx context.Context) (out []byte, err error) {
	err = retry.Do(func() error {
		out, err = plain(ctx, "/d")
		return err
	}, retry.RetryIf(func(err error) bool { return errors.Is(err, context.DeadlineExceeded) }), retry.Attempts(5))
	return out, err
}

type retrying struct {
	next http.RoundTripper
}

func (t *retrying) RoundTrip(req *http.Request) (*http.Response, error) {
	var resp *http.Response
	var err error
	for i := 0; i < 3; i++ {
		resp, err = t.next.RoundTrip(req)
		if err == nil && resp.StatusCode < 400 { ⟪retry-on-auth-error⟫
			return resp, nil
		}
		time.Sleep(250 * time.Millisecond) ⟪retry-without-backoff⟫
	}
	return resp, err
}

func live(ctx context.Context) error {
	client := &http.Client{Transport: &retrying{next: http.DefaultTransport}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/live", nil)
	if err != nil {
		return err
	}
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return errors.New(resp.Status)
	}
	return nil
}
