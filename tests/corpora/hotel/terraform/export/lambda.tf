variable "sealmetrics_base_url" {
  type    = string
  default = "https://api.sealmetrics.com/v1"

  validation {
    condition     = !startswith(var.sealmetrics_base_url, "http://")
    error_message = "The API is only reached over https."
  }
}

variable "sealmetrics_token" {
  type      = string
  sensitive = true
}

resource "aws_secretsmanager_secret" "sealmetrics" {
  name                    = "prod/export/sealmetrics-token"
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "sealmetrics" {
  secret_id     = aws_secretsmanager_secret.sealmetrics.id
  secret_string = var.sealmetrics_token
}

resource "aws_lambda_function" "export" {
  function_name = "seal-export"
  role          = aws_iam_role.export.arn
  runtime       = "python3.12"
  handler       = "export.handler"
  filename      = "${path.module}/export.zip"

  environment {
    variables = {
      SEALMETRICS_BASE_URL  = var.sealmetrics_base_url
      SEALMETRICS_TOKEN_ARN = aws_secretsmanager_secret.sealmetrics.arn
      SEALMETRICS_SITE_ID   = "⟦objid:tf02⟧"
    }
  }
}
