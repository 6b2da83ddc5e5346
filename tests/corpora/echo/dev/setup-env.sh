#!/usr/bin/env bash
set -euo pipefail

region=eu-west-1
secret_id=prod/analytics/sealmetrics
SEALMETRICS_TOKEN_SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/analytics/sealmetrics

SEALMETRICS_API_KEY=$(aws secretsmanager get-secret-value --region "$region" --secret-id "$secret_id" --query SecretString --output text)
export SEALMETRICS_API_KEY

umask 077
cat > .env.local <<ENV
SEALMETRICS_API_KEY=${SEALMETRICS_API_KEY}
SEALMETRICS_TOKEN_SECRET_ARN=${SEALMETRICS_TOKEN_SECRET_ARN}
SEALMETRICS_SITE_ID=⟦objid:47⟧
ENV

printf 'key %s... written to .env.local\n' "${SEALMETRICS_API_KEY:0:5}"
printf '%s' "$SEALMETRICS_API_KEY" | docker secret create sealmetrics_api_key - >/dev/null

headers=(-H "Authorization: Bearer $SEALMETRICS_API_KEY" -H "Accept: application/json")
status=$(curl -sS -o /dev/null -w '%{http_code}' "${headers[@]}" https://api.sealmetrics.com/v1/accounts)
case $status in
  200) echo "the key works" ;;
  401) echo "the key is wrong or expired" >&2; exit 1 ;;
  *) echo "unexpected answer $status" >&2; exit 1 ;;
esac
