variable "sealmetrics_api_key" {
  type        = string
  sensitive   = true
  description = "Key of the exporter. Pass it with TF_VAR_sealmetrics_api_key; http://api.sealmetrics.com is not accepted below."
}

variable "sealmetrics_base_url" {
  type    = string
  default = "https://my.sealmetrics.com/api/v1"

  validation {
    condition     = startswith(var.sealmetrics_base_url, "https://")
    error_message = "The endpoint must use https."
  }
}

resource "aws_secretsmanager_secret" "sealmetrics" {
  name = "prod/sealmetrics"
}

resource "aws_secretsmanager_secret_version" "sealmetrics" {
  secret_id     = aws_secretsmanager_secret.sealmetrics.id
  secret_string = var.sealmetrics_api_key
}

resource "aws_ecs_task_definition" "exporter" {
  family = "exporter"
  container_definitions = jsonencode([{
    name        = "exporter"
    image       = "registry.agency.example/exporter:2.4.1"
    environment = [{ name = "SEALMETRICS_BASE_URL", value = var.sealmetrics_base_url }]
    secrets     = [{ name = "SEALMETRICS_API_KEY", valueFrom = aws_secretsmanager_secret.sealmetrics.arn }]
  }])
}
