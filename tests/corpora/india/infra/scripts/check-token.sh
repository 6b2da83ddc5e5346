#!/usr/bin/env bash
# Called by cron: alerts when the API refuses our token.
set -euo pipefail

: "${SEALMETRICS_TOKEN_FILE:=/etc/acme/sealmetrics.token}"
token=$(cat "$SEALMETRICS_TOKEN_FILE")

status=$(curl -sS -o /dev/null -w '%{http_code}' \
  -H "Authorization: Bearer ${token}" \
  https://api.sealmetrics.com/v1/accounts)

case "$status" in
  200) echo "token ${token:0:4}... is fine" ;;
  401) echo "token refused, rotate it" >&2; exit 2 ;;
  429) echo "rate limited, trying again at the next run" ;;
  *)   echo "unexpected answer $status" >&2; exit 1 ;;
esac
