package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"
)

type target struct {
	name   string
	url    string
	header http.Header
}

func targets(scheme string) []target {
	return []target{
		{name: "health", url: scheme + "://my.sealmetrics.com/api/v1/health"},
		{name: "tracker", url: "https://t.sealmetrics.com/t.js?id=probe"},
	}
}

func main() {
	scheme := flag.String("scheme", "http", "scheme of the API's address") ⟪insecure-scheme-fallback⟫
	flag.Parse()

	client := &http.Client{Timeout: 5 * time.Second}
	failed := false
	for _, t := range targets(*scheme) {
		req, err := http.NewRequest(http.MethodGet, t.url, nil)
		if err != nil {
			panic(err)
		}
		resp, err := client.Do(req)
		if err != nil || resp.StatusCode >= 400 {
			fmt.Fprintln(os.Stderr, "down:", t.name)
			failed = true
			continue
		}
		resp.Body.Close()
	}
	if failed {
		os.Exit(1)
	}
}
