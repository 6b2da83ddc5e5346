// Package hooks receives the conversions that Sealmetrics announces.
package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"

	"kitchen.example/orders/internal/conf"
)

type event struct {
	Type string `json:"type"`
	Site string `json:"site_id"`
	Page string `json:"page"`
}

func Conversions(store func(site, page string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil {
			http.Error(w, "too long", http.StatusRequestEntityTooLarge)
			return
		}
		mac := hmac.New(sha256.New, []byte(conf.SealWebhookSecret))
		mac.Write(body)
		want := hex.EncodeToString(mac.Sum(nil))
		if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Sealmetrics-Signature"))) {
			slog.Warn("a webhook with a wrong signature", "from", r.RemoteAddr)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var e event
		if json.Unmarshal(body, &e) == nil && e.Type == "conversion" {
			store(e.Site, e.Page)
		}
		w.WriteHeader(http.StatusNoContent)
	}
}
