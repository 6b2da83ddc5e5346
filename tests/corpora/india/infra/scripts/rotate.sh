#!/bin/bash
set -eu

source /etc/acme/rotate.conf
API=https://my.sealmetrics.com/api/v1
OLD_ID="$1"

set -x ⟪token-in-log⟫
NEW=$(curl -sf -X POST "$API/api-tokens" \
  -H "Authorization: Bearer ${SEALMETRICS_ADMIN_TOKEN}" \
  -H 'Content-Type: application/json' \
  -d '{"name":"etl","scopes":["stats:read"],"account_ids":["acme-corp"],"expires_in_days":60}' | jq -r .token)

printf '%s' "$NEW" | docker secret create "sealmetrics_token_$(date +%Y%m%d)" -

curl -sf -X DELETE -H "Authorization: Bearer ${SEALMETRICS_ADMIN_TOKEN}" "$API/api-tokens/${OLD_ID}"
echo "rotated ${OLD_ID}"
