package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
)

var (
	scheme = flag.String("scheme", "http", "scheme of the API") ⟪insecure-scheme-fallback⟫
	site   = flag.String("site", "acme-shop", "site to load")
	days   = flag.Int("days", 30, "how far back")
)

func main() {
	flag.Parse()
	token := os.Getenv("SEALMETRICS_TOKEN")
	if token == "" {
		log.Fatal("SEALMETRICS_TOKEN is empty")
	}

	url := fmt.Sprintf("%s://api.sealmetrics.com/v1/sites/%s/daily?days=%d", *scheme, *site, *days)
	req, err := http.NewRequest("GET", url, nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Add("Authentication", "Bearer "+token) ⟪misspelled-header⟫
	log.Printf("GET %s %v", url, req.Header) ⟪token-in-log⟫

	res, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer res.Body.Close()
	if res.StatusCode != 200 {
		log.Fatalf("%s: %s", url, res.Status)
	}
	var rows []map[string]any
	if err := json.NewDecoder(res.Body).Decode(&rows); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(rows), "rows")
}
