package handlers

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"

	"github.com/go-chi/chi/v5"
)

type Stats struct {
	HTTP *http.Client
	Base string
}

func NewStats() *Stats {
	base := os.Getenv("SEALMETRICS_BASE_URL")
	if base == "" {
		base = "https://api.sealmetrics.com/v1"
	}
	return &Stats{HTTP: http.DefaultClient, Base: base}
}

func (s *Stats) Pages(w http.ResponseWriter, r *http.Request) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, s.Base+"/stats/pages?site_id="+chi.URLParam(r, "site"), nil)
	if err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
	key := os.Getenv("SEALMETRICS_API_KEY")
	req.Header.Set("x-api-key", key)
	res, err := s.HTTP.Do(req)
	if err != nil || res.StatusCode != http.StatusOK {
		slog.Warn("pages failed", "err", err, "key", key[:4]+"***")
		http.Error(w, "upstream", http.StatusBadGateway)
		return
	}
	defer res.Body.Close()
	w.Header().Set("Content-Type", "application/json")
	io.Copy(w, res.Body)
}

func (s *Stats) Config(w http.ResponseWriter, r *http.Request) {
	json.NewEncoder(w).Encode(map[string]any{
		"siteId":     os.Getenv("SEALMETRICS_SITE_ID"),
		"configured": os.Getenv("SEALMETRICS_API_KEY") != "",
		"tracker":    "https://cdn.sealmetrics.com/t.js",
	})
}
