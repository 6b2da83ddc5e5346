package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

const accountsURL = "https://api.sealmetrics.com/v1/accounts"

type account struct {
	ID   string `json:"id"`
	Plan string `json:"plan"`
}

func accounts(client *http.Client, token string) ([]account, error) {
	req, err := http.NewRequest(http.MethodGet, accountsURL, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	resp, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("accounts: %s", resp.Status)
	}
	var body struct {
		Data []account `json:"data"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&body); err != nil {
		return nil, err
	}
	return body.Data, nil
}

func main() {
	token := os.Getenv("SEALMETRICS_API_TOKEN")
	if token == "" {
		log.Fatal("SEALMETRICS_API_TOKEN is not set")
	}
	list, err := accounts(&http.Client{Timeout: 15 * time.Second}, token)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d accounts", len(list))
}
