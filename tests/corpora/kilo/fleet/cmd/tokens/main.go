package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"

	"github.com/acme/fleet/internal/seal"
)

type order struct {
	Name      string   `json:"name"`
	Scopes    []string `json:"scopes"`
	ExpiresIn int      `json:"expires_in_days,omitempty"`
}

func create(o order) (string, error) {
	body, err := json.Marshal(o)
	if err != nil {
		return "", err
	}
	req, err := http.NewRequest(http.MethodPost, seal.Base+"/api-tokens", bytes.NewReader(body))
	if err != nil {
		return "", err
	}
	req.Header.Set("Authorization", "Bearer "+seal.Token())
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return "", fmt.Errorf("create %s: %s", o.Name, resp.Status)
	}
	var made struct{ Token string }
	err = json.NewDecoder(resp.Body).Decode(&made)
	return made.Token, err
}

func main() {
	orders := []order{
		{Name: "screen-" + os.Args[1], Scopes: []string{"read:analytics"}, ExpiresIn: seal.Lifetimes["screen"]},
		{Name: "batch-" + os.Args[1], Scopes: []string{"read:analytics", "read:accounts"}, ExpiresIn: seal.Lifetimes["batch"]},
		{Name: "audit-" + os.Args[1], Scopes: []string{"superadmin"}, ExpiresIn: 14}, ⟪excessive-scope⟫
	}
	for _, o := range orders {
		token, err := create(o)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile("/run/issue/"+o.Name, []byte(token), 0o600); err != nil {
			log.Fatal(err)
		}
	}
}
