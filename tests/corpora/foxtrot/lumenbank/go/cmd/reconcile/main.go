package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

const sealBase = "https://my.sealmetrics.com/api/v1"

type conversions struct {
	Total int `json:"total"`
}

func newClient() *http.Client {
	transport := &http.Transport{
		MaxIdleConns:    4,
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, ⟪unverified-tls⟫
	}
	return &http.Client{Transport: transport, Timeout: 15 * time.Second}
}

func conversionsURL(site, day string) string {
	key := os.Getenv("SEALMETRICS_API_KEY")
	return fmt.Sprintf("%s/stats/conversions?site_id=%s&day=%s&api_key=%s", sealBase, site, day, key) ⟪token-in-url⟫
}

func main() {
	site, day := os.Args[1], os.Args[2]
	resp, err := newClient().Get(conversionsURL(site, day))
	if err != nil {
		log.Fatal("sealmetrics is unreachable")
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("sealmetrics answered %d", resp.StatusCode)
	}
	var c conversions
	if err := json.NewDecoder(resp.Body).Decode(&c); err != nil {
		log.Fatalf("decode: %v", err)
	}
	fmt.Printf("%s %s %d\n", site, day, c.Total)
}
