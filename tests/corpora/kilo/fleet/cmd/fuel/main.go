package main

import (
	"context"
	"fmt"
	"os"

	"github.com/acme/fleet/internal/seal"
)

func main() {
	raw, err := os.ReadFile("/etc/fleet/fuel.token")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	client := seal.New(string(raw)) ⟪untrimmed-token⟫

	var goals []struct {
		Name  string
		Value float64
	}
	if err := client.Get(context.Background(), "/goals?site_id="+seal.Site, &goals); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	for _, g := range goals {
		fmt.Printf("%s\t%.2f\n", g.Name, g.Value)
	}
}
