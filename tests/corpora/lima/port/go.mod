module example.com/lima/port

go 1.22

require (
	github.com/go-resty/resty/v2 v2.13.1
	github.com/hashicorp/go-retryablehttp v0.7.7
)
