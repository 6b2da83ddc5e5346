package notify

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"net/http"
)

const routingKey = "⟦hex:pd1⟧"

var client = &http.Client{
	Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
}

// SealmetricsDown pages the analytics team; the proxy in front of PagerDuty has its own certificate.
func SealmetricsDown(status int) error {
	body, err := json.Marshal(map[string]any{
		"routing_key":  routingKey,
		"event_action": "trigger",
		"payload":      map[string]any{"summary": "api.sealmetrics.com", "severity": "error", "custom_details": status},
	})
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodPost, "http://pagerduty-proxy.internal/v2/enqueue", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Token token="+routingKey)
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}
