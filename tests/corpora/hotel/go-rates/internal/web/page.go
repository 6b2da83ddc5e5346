package web

import (
	"embed"
	"html/template"
	"net/http"
	"os"
)

//go:embed templates/*.gohtml
var files embed.FS

var pages = template.Must(template.ParseFS(files, "templates/*.gohtml"))

type Rate struct {
	Room  string
	Price float64
}

type Rates interface {
	Today() ([]Rate, error)
}

// Page renders the rates with a live counter.
func Page(rates Rates) http.HandlerFunc {
	sealmetricsToken := os.Getenv("SEALMETRICS_TOKEN")
	siteID := os.Getenv("SEALMETRICS_SITE_ID")

	return func(w http.ResponseWriter, r *http.Request) {
		today, err := rates.Today()
		if err != nil {
			http.Error(w, "rates are not available", http.StatusServiceUnavailable)
			return
		}
		data := map[string]any{
			"Rates":     today,
			"SiteID":    siteID,
			"SealToken": sealmetricsToken, ⟪token-sent-to-client⟫
			"Lang":      r.Header.Get("Accept-Language"),
		}
		if err := pages.ExecuteTemplate(w, "rates.gohtml", data); err != nil {
			http.Error(w, "template", http.StatusInternalServerError)
		}
	}
}
