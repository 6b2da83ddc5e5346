package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"example.com/issue/internal"
)

type order struct {
	Name      string   `json:"name"`
	Scopes    []string `json:"scopes"`
	ExpiresIn int      `json:"expires_in_days,omitempty"`
}

func create(o order) error {
	body, _ := json.Marshal(o)
	req, _ := http.NewRequest(http.MethodPost, "https://api.sealmetrics.com/v1/api-tokens", bytes.NewReader(body))
	req.Header.Set("Authorization", "Bearer "+os.Getenv("SEALMETRICS_API_TOKEN"))
	answer, err := http.DefaultClient.Do(req)
	if err == nil && answer.StatusCode >= 300 {
		return fmt.Errorf("status %d", answer.StatusCode)
	}
	return err
}

func main() {
	orders := []order{
		{Name: "screen", Scopes: []string{"read:analytics"}, ExpiresIn: internal.Lifetimes["screen"]},
		{Name: "batch", Scopes: []string{"read:analytics"}, ExpiresIn: internal.Lifetimes["batch"]},
	}
	for _, o := range orders {
		if err := create(o); err != nil {
			os.Exit(1)
		}
	}
}
