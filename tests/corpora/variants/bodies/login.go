package bodies

import (
	"net/http"

	"github.com/go-resty/resty/v2"
)

type credentials struct {
	Email    string `json:"email"`
	Password string `json:"password"`
}

func login() (*resty.Response, error) {
	given := credentials{
		Email:    "desk@hotel.example",
		Password: "⟦pw:v14⟧", ⟪hardcoded-login⟫
	}
	return resty.New().R().SetBody(given).Post("https://app.sealmetrics.com/api/auth/login")
}

func asked(r *http.Request) (*resty.Response, error) {
	given := credentials{Email: r.FormValue("email"), Password: r.FormValue("password")}
	return resty.New().R().SetBody(given).Post("https://app.sealmetrics.com/api/auth/login")
}
