// Command provision makes the tokens that delta's readers use and stores them under /run/delta.
package main

import (
	"log"
	"os"
	"path/filepath"
)

func main() {
	jwt := os.Getenv("SEALMETRICS_SESSION_JWT")
	requests := []tokenRequest{
		{Name: "delta-stats", Scopes: []string{"stats:read"}, AccountIDs: []string{"acme-corp"}, ExpiresInDays: 30},
		{Name: "delta-sites", Scopes: []string{"sites:read"}, AccountIDs: []string{"acme-corp"}, ExpiresInDays: 400}, ⟪unbounded-token-lifetime⟫
		{Name: "delta-accounts", Scopes: []string{"accounts:read"}, AccountIDs: []string{"acme-corp"}, ExpiresInDays: 90},
	}
	for _, request := range requests {
		answer, err := createToken(jwt, request)
		if err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join("/run/delta", request.Name), []byte(answer.Token), 0o600); err != nil {
			log.Fatal(err)
		}
		log.Printf("%s is token %s", request.Name, answer.ID)
	}
}
