variable "sealmetrics_api_key" {
  type        = string
  description = "Key of the exporter (sm_...), given by the pipeline as TF_VAR_sealmetrics_api_key"
  sensitive   = true
}

resource "aws_secretsmanager_secret" "seal" {
  name = "prod/sealmetrics/api-key"
}

resource "aws_secretsmanager_secret_version" "seal" {
  secret_id     = aws_secretsmanager_secret.seal.id
  secret_string = jsonencode({ SEALMETRICS_API_KEY = var.sealmetrics_api_key })
}

data "http" "accounts" {
  url = "https://my.sealmetrics.com/api/v1/accounts"
  request_headers = {
    Accept      = "application/json"
    "X-API-Key" = var.sealmetrics_api_key
  }
}

resource "aws_ecs_task_definition" "exporter" {
  family = "seal-exporter"
  container_definitions = jsonencode([{
    name        = "exporter"
    image       = "ghcr.io/acme/seal-exporter:1.8"
    environment = [{ name = "SEALMETRICS_API_KEY_ARN", value = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/sealmetrics/api-key-Ab12Cd" }]
    secrets     = [{ name = "SEALMETRICS_API_KEY", valueFrom = aws_secretsmanager_secret.seal.arn }]
  }])
}
