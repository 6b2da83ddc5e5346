package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"log"
	"net/http"
	"os"
)

const (
	listen      = ":8090"
	hookPath    = "/hooks/sealmetrics"
	sharedHMAC  = "⟦opaque64:31⟧" ⟪hardcoded-webhook-secret⟫
	maxBodySize = 1 << 20
)

func sign(key string, body []byte) string {
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil))
}

func sealmetricsHook(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBodySize))
	if err != nil {
		http.Error(w, "too large", http.StatusRequestEntityTooLarge)
		return
	}
	want := sign(sharedHMAC, body)
	if !hmac.Equal([]byte(want), []byte(r.Header.Get("X-Sealmetrics-Signature"))) {
		http.Error(w, "bad signature", http.StatusUnauthorized)
		return
	}
	if err := os.WriteFile("/var/spool/orbit/event.json", body, 0o600); err != nil {
		log.Printf("spool: %v", err)
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	http.HandleFunc(hookPath, sealmetricsHook)
	log.Fatal(http.ListenAndServe(listen, nil))
}
