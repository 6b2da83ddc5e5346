package seal

import (
	"fmt"
	"net/http"
)

func Accounts(authorization string) (*http.Response, error) {
	request, _ := http.NewRequest("GET", base+"/accounts", nil)
	request.Header.Set("Authorization", authorization)
	answer, err := http.DefaultClient.Do(request)
	if err == nil && answer.StatusCode != 200 {
		return nil, fmt.Errorf("status %d", answer.StatusCode)
	}
	return answer, err
}
