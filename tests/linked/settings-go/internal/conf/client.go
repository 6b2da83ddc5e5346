package conf

import (
	"fmt"
	"net/http"
)

func (g *Goals) Report() error {
	req, err := http.NewRequest(http.MethodGet, g.Endpoint+"/report", nil)
	if err != nil {
		return err
	}
	req.Header.Set("X-API-Key", g.Key)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("goals: %s", resp.Status)
	}
	return nil
}
