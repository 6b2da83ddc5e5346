terraform {
  required_version = ">= 1.8"
}

variable "sealmetrics_api_token" {
  type      = string
  sensitive = true
}

variable "sealmetrics_api_key" {
  type    = string
  default = "⟦sm:tf1⟧" ⟪hardcoded-token⟫
}

variable "sealmetrics_webhook_secret" {
  type    = string
  default = ""
}

locals {
  seal_base = "https://my.sealmetrics.com/api/v1"
  cards_url = "http://cards.bank.lan:9000"
}

resource "aws_secretsmanager_secret_version" "seal" {
  secret_id     = aws_secretsmanager_secret.seal.id
  secret_string = var.sealmetrics_api_token
}

resource "aws_lambda_function" "kyc" {
  function_name = "kyc-funnel"
  role          = aws_iam_role.kyc.arn
  environment {
    variables = {
      SEALMETRICS_BASE_URL       = local.seal_base
      SEALMETRICS_SITE_ID        = "onboarding"
      SEALMETRICS_API_TOKEN_ARN  = aws_secretsmanager_secret.seal.arn
      SEALMETRICS_WEBHOOK_SECRET = "⟦opaque:tf2⟧" ⟪hardcoded-webhook-secret⟫
    }
  }
}
