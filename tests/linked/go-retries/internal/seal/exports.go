package seal

import (
	"context"
	"fmt"
	"io"
	"log/slog"

	"github.com/hashicorp/go-retryablehttp"

	"example.com/reports/internal/transport"
)

var eager = transport.Eager()
var patient = transport.Patient()

func (c *Client) export(ctx context.Context, w io.Writer) error {
	req, err := retryablehttp.NewRequestWithContext(ctx, "GET", base+"/exports", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return save(eager, req, w)
}

func (c *Client) events(ctx context.Context, w io.Writer) error {
	req, err := retryablehttp.NewRequestWithContext(ctx, "GET", base+"/events", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer "+c.token)
	return save(patient, req, w)
}

func save(client *retryablehttp.Client, req *retryablehttp.Request, w io.Writer) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	slog.Info("export", "status", resp.StatusCode)
	if resp.StatusCode != 200 {
		return fmt.Errorf("seal: %s", resp.Status)
	}
	_, err = io.Copy(w, resp.Body)
	return err
}
