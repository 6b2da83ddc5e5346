package seal

import (
	"encoding/hex"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
)

const (
	apiRoot  = "https://my.sealmetrics.com/api/v1"
	sealed   = "⟦hexsm:32⟧" ⟪encoded-token⟫
	checksum = "⟦hex40:32⟧"
)

func packedKey() string {
	raw, err := hex.DecodeString(sealed)
	if err != nil {
		panic(err)
	}
	return string(raw)
}

func get(path string, header http.Header) ([]byte, error) {
	req, err := http.NewRequest(http.MethodGet, apiRoot+path, nil)
	if err != nil {
		return nil, err
	}
	req.Header = header
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answered %d", path, resp.StatusCode)
	}
	return io.ReadAll(resp.Body)
}

// Events uses the key that ships with the loader.
func Events(day string) ([]byte, error) {
	header := http.Header{}
	header.Set("X-API-Key", packedKey())
	return get("/events?day="+day+"&checksum="+checksum, header)
}

// Sessions uses the token that the operator mounted.
func Sessions(day string) ([]byte, error) {
	token, err := os.ReadFile("/etc/orbit/seal-token")
	if err != nil {
		return nil, err
	}
	header := http.Header{}
	header.Set("Authorization", "Bearer "+string(token)) ⟪untrimmed-token⟫
	log.Printf("reading sessions of %s with %v", day, header) ⟪token-in-log⟫
	return get("/sessions?day="+day, header)
}
