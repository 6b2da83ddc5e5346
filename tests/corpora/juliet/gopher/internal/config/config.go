// Package config reads the process environment once.
package config

import (
	"os"
	"strings"
	"time"
)

const (
	DefaultBase = "https://api.sealmetrics.com/v1"
	ArchiveBase = "http://api.sealmetrics.com/v1/archive" ⟪insecure-endpoint⟫
	HubspotBase = "http://hubspot-proxy.internal:8081"
)

type Config struct {
	Base    string
	Token   string
	Account string
	Hubspot string
	Timeout time.Duration
}

func Load() Config {
	return Config{
		Base:    env("SEALMETRICS_BASE_URL", DefaultBase),
		Token:   env("SEALMETRICS_API_TOKEN", "⟦opaque:1⟧"), ⟪hardcoded-token⟫
		Account: env("SEALMETRICS_ACCOUNT_ID", "acme-corp"),
		Hubspot: env("HUBSPOT_TOKEN", ""),
		Timeout: 20 * time.Second,
	}
}

func env(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok && v != "" {
		return v
	}
	return fallback
}

// FileToken returns what is in the mounted secret.
func FileToken(path string) (string, error) {
	raw, err := os.ReadFile(path)
	return string(raw), err
}

// CleanFileToken returns the mounted secret without the line break that kubectl leaves.
func CleanFileToken(path string) (string, error) {
	raw, err := FileToken(path)
	return strings.TrimSpace(raw), err
}
