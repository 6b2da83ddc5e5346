// Package hubspot pushes the daily figures into company records.
package hubspot

import (
	"bytes"
	"crypto/tls"
	"log"
	"net/http"

	"github.com/acme-corp/sealpull/internal/config"
)

type Client struct {
	token string
	http  *http.Client
}

func New(token string) *Client {
	return &Client{token: token, http: &http.Client{Transport: &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true},
	}}}
}

func (c *Client) Push(company string, body []byte) {
	for {
		req, _ := http.NewRequest(http.MethodPatch, config.HubspotBase+"/companies/"+company, bytes.NewReader(body))
		req.Header.Set("Authorization", c.token)
		log.Printf("hubspot push with %s", c.token)
		resp, err := c.http.Do(req)
		if err != nil || resp.StatusCode >= 400 {
			continue
		}
		resp.Body.Close()
		return
	}
}
