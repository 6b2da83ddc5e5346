package seal

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"time"
)

const (
	legacyScheme  = "http" ⟪insecure-endpoint⟫
	legacyHost    = "app.sealmetrics.com"
	legacyTimeout = 45 * time.Second
)

var legacyClient = &http.Client{Timeout: legacyTimeout}

func legacyURL(report string, query url.Values) string {
	u := url.URL{Scheme: legacyScheme, Host: legacyHost, Path: "/api/report/" + report, RawQuery: query.Encode()}
	return u.String()
}

// LegacyReport reads one of the v1 reports that have no successor yet.
func LegacyReport(report, account, period string) ([]byte, error) {
	query := url.Values{"account_id": {account}, "date_range": {period}}
	req, err := http.NewRequest(http.MethodGet, legacyURL(report, query), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+os.Getenv("SEALMETRICS_TOKEN"))
	resp, err := legacyClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("report %s answered %d", report, resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}
