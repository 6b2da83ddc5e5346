terraform {
  required_providers {
    http = { source = "hashicorp/http", version = "~> 3.4" }
    aws  = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "sealmetrics_api_token" {
  type      = string
  sensitive = true
  default   = "⟦opaque64:106⟧" ⟪hardcoded-token⟫
}

provider "aws" {
  region = var.region
}

data "http" "accounts" {
  url      = "https://api.sealmetrics.com/v1/accounts"
  insecure = true ⟪unverified-tls⟫

  request_headers = {
    Accept        = "application/json"
    Authorization = "Bearer ${var.sealmetrics_api_token}"
  }
}

data "http" "sites" {
  url = "https://my.sealmetrics.com/api/v1/sites"

  request_headers = {
    Accept        = "application/json"
    Authorization = "ApiKey ${var.sealmetrics_api_token}" ⟪wrong-scheme⟫
  }
}

resource "aws_ssm_parameter" "accounts" {
  name  = "/analytics/accounts"
  type  = "String"
  value = data.http.accounts.response_body
}
