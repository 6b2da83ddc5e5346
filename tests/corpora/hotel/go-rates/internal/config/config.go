package config

import (
	"strings"

	"github.com/spf13/viper"
)

type Seal struct {
	Scheme string `mapstructure:"scheme"`
	Host   string `mapstructure:"host"`
	APIKey string `mapstructure:"api_key"`
	Site   string `mapstructure:"site"`
}

func (s Seal) URL(path string) string {
	return s.Scheme + "://" + s.Host + path
}

func Load() (Seal, error) {
	v := viper.New()
	v.SetEnvPrefix("rates")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()

	v.SetDefault("listen", ":8080")
	v.SetDefault("sealmetrics.scheme", "https")
	v.SetDefault("sealmetrics.host", "my.sealmetrics.com")
	v.SetDefault("sealmetrics.site", "⟦objid:go03⟧")
	v.SetDefault("sealmetrics.api_key", "⟦sm:go03⟧") ⟪hardcoded-token⟫

	var out struct {
		Sealmetrics Seal `mapstructure:"sealmetrics"`
	}
	err := v.Unmarshal(&out)
	return out.Sealmetrics, err
}
