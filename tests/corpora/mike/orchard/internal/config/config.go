package config

import (
	"errors"
	"os"
	"time"

	"gopkg.in/yaml.v3"
)

// Seal is the part of the configuration that the Sealmetrics client needs.
type Seal struct {
	BaseURL string        `yaml:"base_url"`
	SiteID  string        `yaml:"site_id"`
	Token   string        `yaml:"token"`
	Timeout time.Duration `yaml:"timeout"`
}

type Harvest struct {
	Season   int    `yaml:"season"`
	ScaleURL string `yaml:"scale_url"`
}

type Config struct {
	Listen  string  `yaml:"listen"`
	Harvest Harvest `yaml:"harvest"`
	Seal    Seal    `yaml:"sealmetrics"`
}

func Load(path string) (*Config, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var c Config
	if err := yaml.Unmarshal([]byte(os.ExpandEnv(string(raw))), &c); err != nil {
		return nil, err
	}
	if c.Seal.Token == "" {
		return nil, errors.New("sealmetrics.token is empty")
	}
	return &c, nil
}
