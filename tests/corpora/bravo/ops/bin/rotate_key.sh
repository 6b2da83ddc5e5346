#!/usr/bin/env bash
# Creates a new API key, stores it in Vault, then revokes the old one.
set -euo pipefail

API=https://my.sealmetrics.com/api/v1
ACCESS=$(cat /run/secrets/sealmetrics_access)
OLD_ID=$(vault kv get -field=id secret/platform/sealmetrics)

new=$(curl -fsS -X POST "$API/api-tokens" \
  -H "Authorization: Bearer $ACCESS" \
  -H "Content-Type: application/json" \
  -d '{"name": "platform puller", "scopes": ["stats:read", "sites:read"], "account_ids": ["acme-corp"], "expires_in_days": 60}')

jq -r .token <<<"$new" | vault kv put secret/platform/sealmetrics api_key=- id="$(jq -r .id <<<"$new")"
echo "created $(jq -r .token_prefix <<<"$new")..."

# never over http://api.sealmetrics.com, it only redirects
curl -fsS -X DELETE "$API/api-tokens/$OLD_ID" -H "Authorization: Bearer $ACCESS"
echo "revoked $OLD_ID"

set -x
systemctl restart seal-exporter
curl -fsS http://localhost:9100/livez
curl -fsS "$API/health"
set +x
