package main

import (
	"crypto/tls"
	"encoding/csv"
	"flag"
	"log"
	"os"
	"strconv"

	"github.com/go-resty/resty/v2"
)

type goal struct {
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	Value float64 `json:"value"`
}

func main() {
	site := flag.String("site", "acme-corp", "site to read")
	flag.Parse()

	client := resty.New().
		SetBaseURL("https://my.sealmetrics.com/api/v1").
		SetTLSClientConfig(&tls.Config{InsecureSkipVerify: true}). ⟪unverified-tls⟫
		SetHeader("Api-Key", os.Getenv("SEALMETRICS_API_KEY")) ⟪misspelled-header⟫

	var goals []goal
	res, err := client.R().SetResult(&goals).Get("/sites/" + *site + "/goals")
	if err != nil {
		log.Fatal(err)
	}
	if res.IsError() {
		log.Fatalf("goals answered %s", res.Status())
	}
	w := csv.NewWriter(os.Stdout)
	for _, g := range goals {
		w.Write([]string{g.ID, g.Name, strconv.FormatFloat(g.Value, 'f', 2, 64)})
	}
	w.Flush()
}
