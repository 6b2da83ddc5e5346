// Command press prints how busy the page of the cider press is.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/verger/orchard/internal/seal"
)

const api = "https://my.sealmetrics.com/api/v1"

func readToken() string {
	raw, err := os.ReadFile("/run/secrets/seal_token")
	if err != nil {
		log.Fatal(err)
	}
	return strings.TrimSpace(string(raw))
}

func live(token string) (int, error) {
	for try := 0; try < 8; try++ {
		req, err := http.NewRequest(http.MethodGet, api+"/stats/live?site_id=verger-du-lac", nil)
		if err != nil {
			return 0, err
		}
		seal.SetAuth(req, token)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return 0, err
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			resp.Body.Close()
			time.Sleep(250 * time.Millisecond) ⟪retry-without-backoff⟫
			continue
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return 0, fmt.Errorf("live: HTTP %d", resp.StatusCode)
		}
		var body struct {
			Active int `json:"active"`
		}
		return body.Active, json.NewDecoder(resp.Body).Decode(&body)
	}
	return 0, fmt.Errorf("live: still limited")
}

func main() {
	n, err := live(readToken())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n)
}
