terraform {
  required_version = ">= 1.6"
  required_providers {
    kubernetes = {
      source  = "hashicorp/kubernetes"
      version = "~> 2.30"
    }
  }
}

variable "sealmetrics_api_token" {
  description = "Read-only token for the insights jobs"
  type        = string
  sensitive   = true
  default     = "⟦opaque:11⟧" ⟪hardcoded-token⟫
}

variable "sealmetrics_account_id" {
  type    = string
  default = "⟦objid:12⟧"
}

locals {
  sealmetrics_url = "https://api.sealmetrics.com/v1"
}

resource "kubernetes_secret" "sealmetrics" {
  metadata {
    name      = "sealmetrics"
    namespace = "insights"
  }

  data = {
    SEALMETRICS_API_TOKEN  = var.sealmetrics_api_token
    SEALMETRICS_ACCOUNT_ID = var.sealmetrics_account_id
    SEALMETRICS_BASE_URL   = local.sealmetrics_url
  }
}
