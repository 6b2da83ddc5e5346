package stats

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"

	"kitchen.example/orders/internal/conf"
)

const attempts = 5

type Visits struct {
	Total int `json:"total"`
}

// OfDay waits as long as the API asks for, or twice as long as the last time.
func OfDay(ctx context.Context, day string) (Visits, error) {
	pause := time.Second
	for i := 0; i < attempts; i++ {
		req, err := http.NewRequestWithContext(ctx, http.MethodGet, conf.SealAPI+"/stats/visits?site_id=kitchen&date="+day, nil)
		if err != nil {
			return Visits{}, err
		}
		req.Header.Set("Authorization", "Bearer "+conf.SealToken())
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			return Visits{}, err
		}
		if resp.StatusCode == http.StatusTooManyRequests {
			resp.Body.Close()
			wait := pause
			if s, err := strconv.Atoi(resp.Header.Get("Retry-After")); err == nil {
				wait = time.Duration(s) * time.Second
			}
			time.Sleep(wait + time.Duration(rand.Int64N(int64(300*time.Millisecond))))
			pause *= 2
			continue
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return Visits{}, fmt.Errorf("visits of %s: %s", day, resp.Status)
		}
		var v Visits
		return v, json.NewDecoder(resp.Body).Decode(&v)
	}
	return Visits{}, fmt.Errorf("visits of %s: limited %d times", day, attempts)
}
