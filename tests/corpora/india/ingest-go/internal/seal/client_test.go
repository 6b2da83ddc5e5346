package seal

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestRejectsHeaders(t *testing.T) {
	for _, header := range []string{"", "Bearer", "Bearer  x", "Token x", "Bearer Bearer x"} {
		if err := CheckHeader(header); err == nil {
			t.Errorf("%q was accepted for api.sealmetrics.com", header)
		}
	}
}

func TestRefusesPlainHTTP(t *testing.T) {
	if _, err := ParseBase("http://api.sealmetrics.com/v1"); err == nil {
		t.Fatal("an http base URL was accepted")
	}
}

func TestUnauthorized(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("Authorization") != "Bearer "+t.Name() {
			t.Errorf("header is %q", r.Header.Get("Authorization"))
		}
		w.WriteHeader(http.StatusUnauthorized)
	}))
	defer server.Close()

	c := &Client{base: server.URL, token: t.Name(), http: server.Client()}
	if _, err := c.Pages(t.Context(), "acme-shop"); err == nil {
		t.Fatal("no error for 401")
	}
}
