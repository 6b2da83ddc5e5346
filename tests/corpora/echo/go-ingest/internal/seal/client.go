package seal

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"
)

const base = "https://api.sealmetrics.com/v1"

type Client struct {
	http *http.Client
}

type Source struct {
	Name   string `json:"source"`
	Visits int    `json:"visits"`
}

func New() *Client {
	return &Client{http: &http.Client{Timeout: 10 * time.Second}}
}

func (c *Client) Sources(ctx context.Context, account, day string) ([]Source, error) {
	query := url.Values{"account_id": {account}, "date": {day}}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, base+"/stats/sources?"+query.Encode(), nil)
	if err != nil {
		return nil, err
	}
	token := os.Getenv("SEALMETRICS_API_TOKEN")
	req.Header.Set("Accept", "application/json")
	req.Header.Set("Authorization", token) ⟪missing-bearer-scheme⟫

	res, err := c.http.Do(req)
	if err != nil {
		return nil, fmt.Errorf("sources of %s: %w", account, err)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("sources of %s: HTTP %d", account, res.StatusCode)
	}
	var body struct {
		Rows []Source `json:"rows"`
	}
	return body.Rows, json.NewDecoder(res.Body).Decode(&body)
}
