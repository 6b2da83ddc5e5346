package handlers

import (
	"encoding/json"
	"net/http"
	"os"
)

type bootConfig struct {
	SiteID   string `json:"siteId"`
	Locale   string `json:"locale"`
	SealAuth string `json:"sealAuth"`
}

func Boot(w http.ResponseWriter, r *http.Request) {
	token := os.Getenv("SEALMETRICS_API_TOKEN")
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	json.NewEncoder(w).Encode(bootConfig{SiteID: "acme-corp", Locale: r.Header.Get("Accept-Language"), SealAuth: token}) ⟪token-sent-to-client⟫
}

func Session(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{
		Name:     "locale",
		Value:    "en",
		Path:     "/",
		SameSite: http.SameSiteLaxMode,
	})
	w.WriteHeader(http.StatusNoContent)
}
