package crm

import "net/http"

const Token = "⟦opaque:52⟧"

func Contacts(authorization string) (*http.Response, error) {
	request, _ := http.NewRequest("GET", "https://crm.acme.example/contacts", nil)
	request.Header.Set("Authorization", authorization)
	return http.DefaultClient.Do(request)
}
