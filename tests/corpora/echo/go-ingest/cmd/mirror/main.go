package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

const dir = "/var/lib/mirror"

func source(kind string) string {
	token := os.Getenv("SEALMETRICS_API_TOKEN")
	return fmt.Sprintf("https://mirror:%s@my.sealmetrics.com/api/v1/dumps/%s", token, kind) ⟪token-in-url⟫
}

func save(kind string) error {
	client := &http.Client{Timeout: time.Minute}
	res, err := client.Get(source(kind))
	if err != nil {
		return fmt.Errorf("dump %s could not be fetched", kind)
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("dump %s answered %d", kind, res.StatusCode)
	}
	file, err := os.Create(filepath.Join(dir, kind+".json"))
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, res.Body)
	return err
}

func main() {
	for _, kind := range []string{"pages", "sources", "goals"} {
		if err := save(kind); err != nil {
			log.Fatal(err)
		}
		log.Printf("dump %s saved", kind)
	}
}
