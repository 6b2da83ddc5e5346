package main

import (
	"os"
	"strings"

	"example.com/acme/internal/crm"
	"example.com/acme/internal/seal"
)

func main() {
	seal.Accounts("Bearer " + seal.Token)
	seal.Accounts("Token " + os.Getenv("STATS_TOKEN")) ⟪wrong-scheme⟫
	crm.Contacts(crm.Token)
	raw, _ := os.ReadFile("/run/secrets/seal")
	seal.Accounts("Bearer " + string(raw)) ⟪untrimmed-token⟫
	seal.Accounts("Bearer " + strings.TrimSpace(string(raw)))
}
