package seal

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestForbiddenIsNotRepeated(t *testing.T) {
	hits := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		hits++
		if got := r.Header.Get("Authorization"); got != "Bearer YOUR_API_TOKEN" {
			t.Errorf("unexpected header %q", got)
		}
		w.WriteHeader(http.StatusForbidden)
	}))
	defer server.Close()

	err := New("YOUR_API_TOKEN", WithBase(server.URL)).Patient(context.Background(), "/sites", nil)
	if !errors.Is(err, ErrForbidden) || hits != 1 {
		t.Fatalf("err=%v hits=%d", err, hits)
	}
}
