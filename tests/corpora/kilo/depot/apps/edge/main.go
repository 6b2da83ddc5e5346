package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	"acme.example/depot/edge/config"
)

func send(path, token string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, config.Endpoint+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", "Bearer "+token)
	return http.DefaultClient.Do(req)
}

func history(month string) error {
	for i := 0; i < 10; i++ { ⟪retry-without-backoff⟫
		resp, err := send("/report/acquisition?account_id="+config.Account+"&month="+month, config.LegacyAccess)
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		if resp.StatusCode == http.StatusTooManyRequests {
			continue
		}
		if resp.StatusCode != http.StatusOK {
			return fmt.Errorf("history: %s", resp.Status)
		}
		_, err = io.Copy(os.Stdout, resp.Body)
		return err
	}
	return fmt.Errorf("history: still limited")
}

func conversions(month string) error {
	for i := 0; i < 5; i++ {
		resp, err := send("/report/conversions?month="+month, config.Current())
		if err != nil {
			return err
		}
		defer resp.Body.Close()
		switch {
		case resp.StatusCode == http.StatusTooManyRequests:
			wait, err := strconv.Atoi(resp.Header.Get("Retry-After"))
			if err != nil {
				wait = 5 << i
			}
			time.Sleep(time.Duration(wait) * time.Second)
		case resp.StatusCode == http.StatusOK:
			_, err := io.Copy(os.Stdout, resp.Body)
			return err
		default:
			return fmt.Errorf("conversions: %s", resp.Status)
		}
	}
	return fmt.Errorf("conversions: still limited")
}

func main() {
	month := time.Now().Format("2006-01")
	if err := history(month); err != nil {
		log.Fatal(err)
	}
	if err := conversions(month); err != nil {
		log.Fatal(err)
	}
}
