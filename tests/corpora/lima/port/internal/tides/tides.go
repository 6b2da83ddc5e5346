package tides

import (
	"fmt"
	"time"

	"github.com/go-resty/resty/v2"

	"example.com/lima/port/internal/settings"
)

func Fetch() ([]byte, error) {
	client := resty.New().
		SetBaseURL(settings.BaseURL).
		SetAuthToken(settings.Token()).
		SetRetryCount(5).
		SetRetryWaitTime(2 * time.Second).
		SetRetryMaxWaitTime(40 * time.Second).
		AddRetryCondition(func(r *resty.Response, err error) bool {
			return r.StatusCode() == 401 || r.StatusCode() >= 500 ⟪retry-on-auth-error⟫
		})
	res, err := client.R().Get("/stats/tides")
	if err != nil {
		return nil, err
	}
	if res.IsError() {
		return nil, fmt.Errorf("tides answered %d", res.StatusCode())
	}
	return res.Body(), nil
}
