variable "sealmetrics_site_id" {
  type    = string
  default = "⟦objid:107⟧"
}

variable "sealmetrics_base_url" {
  type    = string
  default = "https://api.sealmetrics.com/v1"

  validation {
    condition     = !startswith(var.sealmetrics_base_url, "http://")
    error_message = "The address must begin with https, not with http://."
  }
}

data "aws_secretsmanager_secret_version" "sealmetrics" {
  secret_id = "prod/analytics/sealmetrics"
}

resource "aws_lambda_function" "report" {
  function_name = "seal-report"
  role          = "arn:aws:iam::123456789012:role/seal-report"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  s3_bucket     = "acme-lambda"
  s3_key        = "seal-report.zip"

  environment {
    variables = {
      SEALMETRICS_BASE_URL         = var.sealmetrics_base_url
      SEALMETRICS_SITE_ID          = var.sealmetrics_site_id
      SEALMETRICS_TOKEN_SECRET_ARN = data.aws_secretsmanager_secret_version.sealmetrics.arn
    }
  }
}

data "http" "accounts" {
  url = "${var.sealmetrics_base_url}/accounts"

  request_headers = {
    Authorization = "Bearer ${data.aws_secretsmanager_secret_version.sealmetrics.secret_string}"
  }
}

data "http" "health" {
  url = "https://api.sealmetrics.com/v1/health"
}

data "http" "internal" {
  url      = "https://consul.acme.internal/v1/status/leader"
  insecure = true
}
