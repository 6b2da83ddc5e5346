package seal

import "net/http"

const scheme = "Bearer "

// SetAuth puts the bare token on a request.
func SetAuth(req *http.Request, token string) {
	req.Header.Set("Authorization", scheme+token)
	req.Header.Set("Accept", "application/json")
}

// Mask keeps what is needed to tell two tokens apart.
func Mask(token string) string {
	if len(token) < 12 {
		return "***"
	}
	return token[:4] + "..." + token[len(token)-2:]
}
