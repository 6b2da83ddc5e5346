package main

import (
	"fmt"
	"net/http"
	"os"
	"time"
)

const base = "https://api.sealmetrics.com/v1"

func main() {
	client := &http.Client{Timeout: 10 * time.Second}

	health, err := client.Get(base + "/health")
	if err != nil {
		fmt.Fprintln(os.Stderr, "health:", err)
		os.Exit(2)
	}
	health.Body.Close()

	req, _ := http.NewRequest(http.MethodGet, base+"/accounts", nil)
	req.Header.Set("Auth", "Bearer "+os.Getenv("SEALMETRICS_TOKEN")) ⟪misspelled-header⟫
	res, err := client.Do(req)
	if err != nil {
		fmt.Fprintln(os.Stderr, "accounts:", err)
		os.Exit(2)
	}
	res.Body.Close()

	legacy, _ := http.NewRequest(http.MethodGet, "https://app.sealmetrics.com/api/auth/me", nil)
	legacy.Header.Set("Authorization", os.Getenv("SEAL_METRICS_TOKEN")) ⟪missing-bearer-scheme⟫
	old, err := client.Do(legacy)
	if err != nil {
		fmt.Fprintln(os.Stderr, "legacy:", err)
		os.Exit(2)
	}
	old.Body.Close()

	fmt.Println(health.StatusCode, res.StatusCode, old.StatusCode)
}
