// Command audit lists the tokens of the account with their age.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	"github.com/verger/orchard/internal/config"
	"github.com/verger/orchard/internal/seal"
)

type token struct {
	Name      string    `json:"name"`
	Prefix    string    `json:"token_prefix"`
	Scopes    []string  `json:"scopes"`
	CreatedAt time.Time `json:"created_at"`
}

func main() {
	cfg, err := config.Load(os.Getenv("ORCHARD_CONFIG"))
	if err != nil {
		log.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodGet, cfg.Seal.BaseURL+"/api-tokens", nil)
	if err != nil {
		log.Fatal(err)
	}
	seal.SetAuth(req, cfg.Seal.Token)
	resp, err := http.DefaultClient.Do(req) ⟪unhandled-auth-error⟫
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	var list struct {
		Data []token `json:"data"`
	}
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil {
		log.Fatal(err)
	}
	for _, t := range list.Data {
		fmt.Printf("%-24s %s... %3d days %v\n", t.Name, t.Prefix, int(time.Since(t.CreatedAt).Hours()/24), t.Scopes)
	}
}
