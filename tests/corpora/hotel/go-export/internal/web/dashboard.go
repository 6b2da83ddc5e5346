package web

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
)

const totals = "https://my.sealmetrics.com/api/v1/stats/acme-corp/totals"

type Dashboard struct {
	SealmetricsKey string
	Client         *http.Client
	Log            *slog.Logger
}

func (d *Dashboard) fetch(ctx context.Context) (json.RawMessage, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, totals, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("X-API-Key", d.SealmetricsKey)
	resp, err := d.Client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("totals answered %d", resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}

func (d *Dashboard) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := d.fetch(r.Context())
	if err != nil {
		d.Log.Error("dashboard", "err", err, "key_set", d.SealmetricsKey != "")
		http.Error(w, "upstream", http.StatusBadGateway)
		return
	}
	http.SetCookie(w, &http.Cookie{Name: "last_seen", Value: "dashboard", Secure: true})
	w.Header().Set("Content-Type", "application/json")
	w.Write(body)
}
