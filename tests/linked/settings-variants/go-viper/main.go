package main

import (
	"log"
	"net/http"

	"github.com/spf13/viper"
)

type Config struct {
	Stats struct {
		URL   string `mapstructure:"url"`
		Token string `mapstructure:"token"`
	} `mapstructure:"stats"`
}

func load() (*Config, error) {
	viper.SetConfigFile("config.yml")
	if err := viper.ReadInConfig(); err != nil {
		return nil, err
	}
	var cfg Config
	if err := viper.Unmarshal(&cfg); err != nil {
		return nil, err
	}
	return &cfg, nil
}

func main() {
	cfg, err := load()
	if err != nil {
		log.Fatal(err)
	}
	req, _ := http.NewRequest("GET", cfg.Stats.URL+"/stats/daily", nil)
	req.Header.Set("Authorization", "Bearer "+cfg.Stats.Token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		log.Fatal(err)
	}
	if resp.StatusCode != 200 {
		log.Fatal(resp.Status)
	}
}
