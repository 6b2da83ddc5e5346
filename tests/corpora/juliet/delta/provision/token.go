package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
)

const tokensURL = "https://my.sealmetrics.com/api/v1/api-tokens"

type tokenRequest struct {
	Name          string   `json:"name"`
	Scopes        []string `json:"scopes"`
	AccountIDs    []string `json:"account_ids"`
	ExpiresInDays int      `json:"expires_in_days,omitempty"`
}

type tokenAnswer struct {
	ID    string `json:"id"`
	Token string `json:"token"`
}

func createToken(jwt string, body tokenRequest) (*tokenAnswer, error) {
	raw, err := json.Marshal(body)
	if err != nil {
		return nil, err
	}
	req, err := http.NewRequest(http.MethodPost, tokensURL, bytes.NewReader(raw))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+jwt)
	req.Header.Set("Content-Type", "application/json")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusCreated {
		return nil, fmt.Errorf("create %s: %s", body.Name, resp.Status)
	}
	var answer tokenAnswer
	if err := json.NewDecoder(resp.Body).Decode(&answer); err != nil {
		return nil, err
	}
	return &answer, nil
}
