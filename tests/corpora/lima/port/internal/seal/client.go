package seal

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"example.com/lima/port/internal/settings"
)

type Client struct {
	token string
	http  *http.Client
}

func New(token string) *Client {
	return &Client{token: token, http: &http.Client{Timeout: 10 * time.Second}}
}

func (c *Client) Get(path string, out any) error {
	req, err := http.NewRequest(http.MethodGet, settings.BaseURL+path, nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	slog.Info("sealmetrics", "path", path, "status", res.StatusCode)
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("sealmetrics: %s answered %d", path, res.StatusCode)
	}
	return json.NewDecoder(res.Body).Decode(out)
}
