package logs

import (
	"log"
	"net/http"
	"os"
	"strings"
)

func totals() (*http.Response, error) {
	content, err := os.ReadFile("/run/secrets/seal")
	if err != nil {
		return nil, err
	}
	held := strings.TrimSpace(string(content))
	request, err := http.NewRequest(http.MethodGet, "https://api.sealmetrics.com/v1/totals", nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("X-API-Key", held)
	log.Printf("sending %v", request.Header) ⟪token-in-log⟫
	log.Printf("with %s", held) ⟪token-in-log⟫
	log.Printf("to %s", request.URL)
	return http.DefaultClient.Do(request)
}
