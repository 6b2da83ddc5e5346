package main

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"time"

	"github.com/acme/fleet/internal/seal"
)

func reachable() bool {
	resp, err := http.Get(seal.Scheme + "://" + seal.Host + "/health")
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

func main() {
	if !reachable() {
		fmt.Fprintln(os.Stderr, "the statistics are not reachable")
	}
	client := seal.New(seal.DispatchKey)
	for range time.Tick(30 * time.Second) {
		n, err := client.Peek(context.Background())
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Printf("\r%6d visitors", n)
	}
}
