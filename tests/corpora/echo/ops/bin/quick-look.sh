#!/usr/bin/env bash
set -euo pipefail

token=$(pass show analytics/sealmetrics)
account=${1:-acme-corp}

echo "accounts:"
http --check-status GET api.sealmetrics.com/v1/accounts "Authorization:Bearer $token" | jq -r '.items[].id' ⟪insecure-endpoint⟫

echo "top pages of $account:"
https --check-status GET api.sealmetrics.com/v1/stats/pages account_id=="$account" "Authorization:Bearer $token" |
  jq -r '.rows[] | [.page, .visits] | @tsv' |
  column -t

echo "goals of $account:"
http --check-status --verify=no GET "https://my.sealmetrics.com/api/v1/goals?account_id=$account" "Authorization:Bearer $token" | jq . ⟪unverified-tls⟫
