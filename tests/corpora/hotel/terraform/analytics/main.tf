terraform {
  required_version = ">= 1.6"
  required_providers {
    aws  = { source = "hashicorp/aws", version = "~> 5.60" }
    http = { source = "hashicorp/http", version = "~> 3.4" }
  }
}

variable "sealmetrics_api_key" {
  description = "Key of the export function"
  type        = string
  sensitive   = true
  default     = "⟦sm:tf01⟧" ⟪hardcoded-token⟫
}

data "http" "accounts" {
  url      = "https://my.sealmetrics.com/api/v1/accounts"
  insecure = true ⟪unverified-tls⟫

  request_headers = {
    Accept      = "application/json"
    "X-API-Key" = var.sealmetrics_api_key
  }

  lifecycle {
    postcondition {
      condition     = self.status_code == 200
      error_message = "accounts answered ${self.status_code}"
    }
  }
}

output "accounts" {
  value = [for account in jsondecode(data.http.accounts.response_body).data : account.id]
}
