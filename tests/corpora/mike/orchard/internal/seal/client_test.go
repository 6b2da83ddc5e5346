package seal

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestForbiddenIsNotRepeated(t *testing.T) {
	calls := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		calls++
		if r.Header.Get("Authorization") != "Bearer t-1" {
			t.Errorf("header: %q", r.Header.Get("Authorization"))
		}
		w.WriteHeader(http.StatusForbidden)
	}))
	defer srv.Close()

	c := NewWith("t-1", srv.URL, "verger-test", srv.Client())
	err := c.GetPatiently(context.Background(), "/accounts", nil, &struct{}{})
	var se *StatusError
	if !errors.As(err, &se) || se.Code != http.StatusForbidden {
		t.Fatalf("got %v", err)
	}
	if calls != 1 {
		t.Fatalf("%d calls", calls)
	}
}
