package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"os"
)

const accountsURL = "https://api.sealmetrics.com/v1/accounts"

type page struct {
	Data []struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"data"`
}

func main() {
	token := os.Getenv("SEALMETRICS_TOKEN")
	slog.Info("starting", "endpoint", accountsURL, "token", token) ⟪token-in-log⟫

	resp, err := http.Get(accountsURL) ⟪missing-authorization⟫
	if err != nil {
		slog.Error("request failed", "err", err)
		os.Exit(1)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		slog.Error("unexpected answer", "status", resp.StatusCode)
		os.Exit(1)
	}

	var p page
	if err := json.NewDecoder(resp.Body).Decode(&p); err != nil {
		slog.Error("bad body", "err", err)
		os.Exit(1)
	}
	for _, a := range p.Data {
		fmt.Println(a.ID, a.Name)
	}
}
