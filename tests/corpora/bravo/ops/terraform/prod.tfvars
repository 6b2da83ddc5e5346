environment = "prod"
region      = "eu-west-1"

vpc_cidr = "10.40.0.0/16"

exporter = {
  image    = "registry.agency.example/exporter:2.4.1"
  replicas = 2
}

sealmetrics_base_url   = "https://my.sealmetrics.com/api/v1"
sealmetrics_account_id = "acme-corp"
sealmetrics_api_key    = "⟦opaque64:tfvars⟧" ⟪hardcoded-token⟫
sealmetrics_secret_arn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/sealmetrics-Zx81Qw"

grafana_url = "http://grafana.internal:3000"
