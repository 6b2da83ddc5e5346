package main

import (
	"encoding/json"
	"log"
	"net/http"
	"time"
)

const endpoint = "https://api.sealmetrics.com/v1/accounts/acme-corp/totals"

type totals struct {
	Visits int64 `json:"visits"`
}

func main() {
	client := http.Client{Timeout: 10 * time.Second}

	req, err := http.NewRequest(http.MethodGet, endpoint, nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header = http.Header{
		"Accept":        {"application/json"},
		"Authorization": {"Bearer YOUR_API_TOKEN"}, ⟪placeholder-token⟫
	}

	resp, err := client.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("totals answered %s", resp.Status)
	}

	var t totals
	if err := json.NewDecoder(resp.Body).Decode(&t); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d visits", t.Visits)
}
