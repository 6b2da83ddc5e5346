data "aws_ssm_parameter" "sealmetrics" {
  name            = "/lumen/insights/sealmetrics_api_token"
  with_decryption = true
}

variable "sealmetrics_webhook_secret" {
  type      = string
  sensitive = true
  default   = ""
}

resource "aws_lambda_function" "insights" {
  function_name = "insights-pull"
  role          = aws_iam_role.insights.arn
  handler       = "index.handler"
  runtime       = "nodejs20.x"
  filename      = "build/insights.zip"
  timeout       = 60

  environment {
    variables = {
      SEALMETRICS_BASE_URL           = "https://api.sealmetrics.com/v1"
      SEALMETRICS_ACCOUNT_ID         = "⟦objid:12⟧"
      SEALMETRICS_TOKEN_PARAMETER    = data.aws_ssm_parameter.sealmetrics.name
      SEALMETRICS_WEBHOOK_SECRET_ARN = "arn:aws:secretsmanager:eu-central-1:104839275611:secret:seal-hook-Qx7b2L"
      LEDGER_URL                     = "http://ledger.lumenbank.internal:8088"
      LEDGER_SIGNING_SALT            = "⟦hex:14⟧"
    }
  }
}
