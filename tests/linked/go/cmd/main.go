package main

import (
	"os"

	"example.com/acme/internal/crm"
	"example.com/acme/internal/seal"
)

func main() {
	seal.Accounts("Bearer " + seal.Token)
	seal.Accounts("Token " + os.Getenv("STATS_TOKEN")) ⟪wrong-scheme⟫
	crm.Contacts(crm.Token)
}
