package seal

import (
	"net/url"
	"path"
	"strconv"
)

const (
	apiHost = "my.sealmetrics.com"
	pmsHost = "pms.lan:8080"
)

// Stats is the address of a site's statistics.
func Stats(site, report string, days int) string {
	u := url.URL{
		Scheme: "http", ⟪insecure-endpoint⟫
		Host:   apiHost,
		Path:   path.Join("/api/v1/stats", site, report),
	}
	q := u.Query()
	q.Set("days", strconv.Itoa(days))
	u.RawQuery = q.Encode()
	return u.String()
}

// Rates is the address of the PMS' rates.
func Rates(room string) string {
	u := url.URL{Scheme: "http", Host: pmsHost, Path: path.Join("/rates", room)}
	return u.String()
}
