#!/usr/bin/env bash
set -euo pipefail

repo=${1:?usage: rotate-ci-secret.sh OWNER/REPO}
base=https://my.sealmetrics.com/api/v1
admin=$(pass show analytics/sealmetrics-admin)

body=$(jq -n --arg name "ci-$(date +%F)" '{name: $name, scopes: ["stats:read"], account_ids: ["acme-corp"], expires_in_days: 30}')
made=$(curl -fsS -X POST "$base/api-tokens" \
  -H "Authorization: Bearer $admin" \
  -H 'Content-Type: application/json' \
  -d "$body")

jq -r .token <<<"$made" | tr -d '\n' | gh secret set SEALMETRICS_API_KEY --repo "$repo"
echo "::add-mask::$(jq -r .token <<<"$made")"
echo "secret SEALMETRICS_API_KEY of $repo is now token $(jq -r .id <<<"$made")"

old=$(pass show analytics/sealmetrics-ci-token-id)
curl -fsS -X DELETE "$base/api-tokens/$old" -H "Authorization: Bearer $admin" -o /dev/null
echo "token $old is revoked"
