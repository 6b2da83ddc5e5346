#!/bin/bash
set -euo pipefail

API=https://my.sealmetrics.com/api/v1
SECRET_ID=prod/sealmetrics/api-token

admin=$(op read 'op://infra/sealmetrics/admin-token')
auth=$(mktemp)
trap 'rm -f "$auth"' EXIT
printf 'header = "Authorization: Bearer %s"\n' "$admin" > "$auth"

answer=$(curl -sf --config "$auth" -X POST "$API/api-tokens" \
  -H 'Content-Type: application/json' \
  -d '{"name":"etl","scopes":["stats:read"],"account_ids":["acme-corp"],"expires_in_days":60}')

jq -r .token <<<"$answer" | aws secretsmanager put-secret-value --secret-id "$SECRET_ID" --secret-string file:///dev/stdin
echo "new token: $(jq -r .token_prefix <<<"$answer"), expires $(jq -r .expires_at <<<"$answer")"
