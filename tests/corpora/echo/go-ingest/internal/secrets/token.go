package secrets

import (
	"errors"
	"fmt"
	"net/http"
	"os"
	"strings"
)

const defaultPath = "/run/secrets/sealmetrics_token"

var ErrEmpty = errors.New("the token file is empty")

func Token() (string, error) {
	path := os.Getenv("SEALMETRICS_TOKEN_FILE")
	if path == "" {
		path = defaultPath
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", path, err)
	}
	token := strings.TrimSpace(string(raw))
	if token == "" {
		return "", ErrEmpty
	}
	return token, nil
}

func Check(client *http.Client) error {
	token, err := Token()
	if err != nil {
		return err
	}
	req, err := http.NewRequest(http.MethodGet, "https://api.sealmetrics.com/v1/accounts", nil)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", fmt.Sprintf("Bearer %s", token))
	res, err := client.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode == http.StatusUnauthorized {
		return fmt.Errorf("token %s... was refused", token[:4])
	}
	return nil
}
