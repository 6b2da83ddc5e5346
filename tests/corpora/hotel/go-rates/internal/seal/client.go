package seal

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	"github.com/go-resty/resty/v2"
)

const (
	baseURL   = "https://api.sealmetrics.com/v1"
	userAgent = "go-rates/1.9"
	readToken = "⟦opaque:go01⟧" ⟪hardcoded-token⟫
)

type Client struct {
	http *resty.Client
}

type Totals struct {
	Visits      int64 `json:"visits"`
	Conversions int64 `json:"conversions"`
}

func New() *Client {
	c := resty.New().
		SetBaseURL(baseURL).
		SetTimeout(10*time.Second).
		SetHeader("User-Agent", userAgent).
		SetAuthToken(readToken).
		SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}) ⟪unverified-tls⟫
	return &Client{http: c}
}

func (c *Client) Totals(ctx context.Context, account string) (*Totals, error) {
	var out Totals
	res, err := c.http.R().SetContext(ctx).SetResult(&out).Get("/accounts/" + account + "/totals")
	if err != nil {
		return nil, err
	}
	if res.IsError() {
		return nil, fmt.Errorf("totals: %s", res.Status())
	}
	return &out, nil
}
