package a
import "net/url"
const host = "api.sealmetrics.com"
func one() *url.URL { return &url.URL{Scheme: "http", Host: host, Path: "/v1"} } ⟪insecure-endpoint⟫
func two() string {
	u := url.URL{Host: host}
	u.Scheme = "http" ⟪insecure-endpoint⟫
	return u.String()
}
