package crm

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"net/http"
	"os"
	"time"

	"github.com/cenkalti/backoff/v4"
)

const endpoint = "http://crm.internal:8080/leads"

// Leads asks the CRM in our own network.
func Leads(ctx context.Context) (int, error) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	var answer struct{ Count int }
	op := func() error {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, endpoint, nil)
		if err != nil {
			return err
		}
		req.Header.Set("Authorization", os.Getenv("CRM_TOKEN"))
		resp, err := client.Do(req)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		return json.NewDecoder(resp.Body).Decode(&answer)
	}
	err := backoff.Retry(op, backoff.WithMaxRetries(backoff.NewConstantBackOff(100*time.Millisecond), 20))
	return answer.Count, err
}
