package main

import (
	"log"

	"example.com/lima/port/internal/seal"
	"example.com/lima/port/internal/settings"
)

func main() {
	var accounts map[string]any
	if err := seal.New(settings.Token()).Get("/accounts", &accounts); err != nil {
		log.Fatal(err)
	}
	var berths map[string]any
	client := seal.New("Bearer " + settings.Token()) ⟪duplicate-scheme⟫
	if err := client.Get("/stats/berths", &berths); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d accounts, %d berths", len(accounts), len(berths))
}
