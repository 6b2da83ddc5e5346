package conf

import (
	"os"

	"gopkg.in/yaml.v3"
)

type Goals struct {
	Endpoint string `yaml:"endpoint"`
	Key      string `yaml:"api_key"`
	Mailer   struct {
		Key string `yaml:"key"`
	} `yaml:"mailer"`
}

func Load() (*Goals, error) {
	raw, err := os.ReadFile("internal/conf/goals.yaml")
	if err != nil {
		return nil, err
	}
	var goals Goals
	if err := yaml.Unmarshal(raw, &goals); err != nil {
		return nil, err
	}
	return &goals, nil
}
