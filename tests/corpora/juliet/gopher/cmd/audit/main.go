// Command audit lists who can read the account; it runs inside the cluster.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/acme-corp/sealpull/internal/config"
	"github.com/acme-corp/sealpull/internal/seal"
)

const secretPath = "/var/run/secrets/sealmetrics/token"

func main() {
	ctx := context.Background()

	token, err := config.CleanFileToken(secretPath)
	if err != nil {
		log.Fatal(err)
	}
	lax := seal.New(token, seal.WithTLS(&tls.Config{InsecureSkipVerify: true})) ⟪unverified-tls⟫
	var users struct{ Data []struct{ Email string } }
	if err := lax.Get(ctx, "/users", &users); err != nil {
		log.Fatal(err)
	}

	pem, err := os.ReadFile("/etc/ssl/certs/corporate.pem")
	if err != nil {
		log.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(pem)
	strict := seal.New(token, seal.WithTLS(&tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}))
	var sites struct{ Data []struct{ Name string } }
	if err := strict.Get(ctx, "/sites", &sites); err != nil {
		log.Fatal(err)
	}

	fmt.Println(len(users.Data), "users,", len(sites.Data), "sites,", keys(), "bytes of keys")
}

func keys() int {
	raw, err := config.FileToken(secretPath)
	if err != nil {
		log.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodGet, config.DefaultBase+"/keys", nil)
	if err != nil {
		log.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer "+raw) ⟪untrimmed-token⟫
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		log.Fatalf("keys: %s", resp.Status)
	}
	return len(body)
}
