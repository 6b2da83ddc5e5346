module github.com/verger/orchard

go 1.22

require (
	github.com/hashicorp/go-retryablehttp v0.7.7
	github.com/cenkalti/backoff/v4 v4.3.0
	gopkg.in/yaml.v3 v3.0.1
)
