package seal

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestPlainHTTPIsRefused(t *testing.T) {
	for _, base := range []string{"http://api.sealmetrics.com/v1", "http://my.sealmetrics.com/api/v1"} {
		if _, err := NewWithBase(base, "changeme"); err == nil || !strings.Contains(err.Error(), "https") {
			t.Errorf("%s was accepted", base)
		}
	}
}

func TestHeader(t *testing.T) {
	var got string
	stub := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Get("Authorization")
		w.Write([]byte(`{"rows": []}`))
	}))
	defer stub.Close()

	client, err := NewWithBase(stub.URL, "xxxx")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Sources(t.Context(), "acme-corp", "2026-10-01"); err != nil {
		t.Fatal(err)
	}
	if got != "Bearer xxxx" {
		t.Errorf("header is %q", got)
	}
}
