#!/usr/bin/env sh
# Run after a rotation: does the new credential see every shop?
set -eu

HOST=https://my.sealmetrics.com
TOKEN="$(aws secretsmanager get-secret-value --secret-id sealmetrics/de --query SecretString --output text)"
AUTH="Bearer $TOKEN"

step() { printf '%s ... ' "$1"; }
ok() { echo ok; }

step health
curl -fsS -o /dev/null "$HOST/api/v1/health"
ok

step accounts
curl -fsS -o /dev/null -H "Authorization: $AUTH" "$HOST/api/v1/accounts"
ok

step sites
curl -fsS -o /dev/null -H "Authorization: Bearer $AUTH" "$HOST/api/v1/sites" ⟪duplicate-scheme⟫
ok

step channels
curl -fsS -o /dev/null -H "Accept: application/json" "https://my.sealmetrics.com/api/v1/channels?site_id=northbay-de" ⟪missing-authorization⟫
ok

step quota
curl -fsS -o /dev/null -H "Authorization: Bearer YOUR_API_TOKEN" "https://my.sealmetrics.com/api/v1/quota" ⟪placeholder-token⟫
ok

step tracker
curl -fsS -o /dev/null "https://t.sealmetrics.com/t.js?id=northbay-de"
ok

step stock
curl -fsSk -u "etl:$WMS_PASSWORD" -o /dev/null https://wms.northbay.internal/stock
ok
