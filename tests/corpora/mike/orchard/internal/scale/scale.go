// Package scale reads the weighbridge, which answers 403 until its lid is shut.
package scale

import (
	"encoding/json"
	"net/http"
)

type Reading struct {
	Kilos float64 `json:"kg"`
}

func Weigh(url, pin string) (Reading, error) {
	for {
		req, err := http.NewRequest(http.MethodGet, url, nil)
		if err != nil {
			return Reading{}, err
		}
		req.Header.Set("Authorization", pin)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return Reading{}, err
		}
		if resp.StatusCode == http.StatusForbidden {
			resp.Body.Close()
			continue
		}
		defer resp.Body.Close()
		var r Reading
		return r, json.NewDecoder(resp.Body).Decode(&r)
	}
}
