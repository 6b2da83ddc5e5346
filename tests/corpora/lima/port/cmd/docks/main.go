package main

import (
	"log"

	"example.com/lima/port/internal/seal"
	"example.com/lima/port/internal/settings"
)

func main() {
	var docks map[string]any
	if err := seal.New(settings.DockToken).Get("/stats/docks", &docks); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d docks", len(docks))
}
