package main

import (
	"encoding/hex"
	"encoding/json"
	"html/template"
	"log"
	"net/http"
	"os"
)

const (
	upstream = "https://my.sealmetrics.com/api/v1/stats/overview?site_id=acme-corp"
	material = "⟦hexsm:64⟧" ⟪encoded-token⟫
)

var page = template.Must(template.ParseFiles("templates/report.html"))

func key() string {
	raw, err := hex.DecodeString(material)
	if err != nil {
		log.Fatal(err)
	}
	return string(raw)
}

func overview() (map[string]any, error) {
	req, err := http.NewRequest("GET", upstream, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Add("X-API-Key", key())
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	out := map[string]any{}
	return out, json.NewDecoder(res.Body).Decode(&out)
}

func report(w http.ResponseWriter, r *http.Request) {
	data, err := overview()
	if err != nil {
		http.Error(w, "no data", http.StatusBadGateway)
		return
	}
	sealToken := os.Getenv("SEALMETRICS_API_TOKEN")
	page.Execute(w, map[string]any{"Data": data, "SealToken": sealToken}) ⟪token-sent-to-client⟫
}

func main() {
	http.HandleFunc("/report", report)
	log.Fatal(http.ListenAndServe(":8080", nil))
}
