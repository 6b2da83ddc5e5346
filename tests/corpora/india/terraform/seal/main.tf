terraform {
  required_providers {
    aws  = { source = "hashicorp/aws", version = "~> 5.0" }
    http = { source = "hashicorp/http", version = "~> 3.4" }
  }
}

variable "sealmetrics_token" {
  type      = string
  sensitive = true
  default   = "⟦opaque:tf1⟧" ⟪hardcoded-token⟫
}

data "http" "sites" {
  url      = "https://api.sealmetrics.com/v1/sites"
  insecure = true ⟪unverified-tls⟫
  request_headers = {
    Accept        = "application/json"
    Authorization = "Token ${var.sealmetrics_token}" ⟪wrong-scheme⟫
  }
}

resource "aws_lambda_function" "exporter" {
  function_name = "seal-exporter"
  role          = aws_iam_role.exporter.arn
  image_uri     = "${aws_ecr_repository.exporter.repository_url}:latest"
  package_type  = "Image"

  environment {
    variables = {
      SEALMETRICS_SITE_ID = "acme-shop"
      SEALMETRICS_TOKEN   = var.sealmetrics_token
    }
  }
}
