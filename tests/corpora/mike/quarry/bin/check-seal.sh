#!/bin/sh
# monitoring: 0 is fine, 1 a warning, 2 critical
set -eu

base=${SEALMETRICS_BASE_URL:-https://api.sealmetrics.com/v1}
case $base in
  https://*) ;;
  http://*) echo "CRITICAL: $base is not https"; exit 2 ;;
esac

token=$(cat "${SEALMETRICS_API_TOKEN_FILE:-/run/secrets/sealmetrics_api_token}")
status=$(curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$base/accounts") || status=000

case $status in
  200) echo "OK: token $(printf %.4s "$token")... is accepted" ;;
  401) echo "CRITICAL: the token is not valid any more"; exit 2 ;;
  403) echo "CRITICAL: the token lacks read:accounts"; exit 2 ;;
  429) echo "WARNING: rate limited"; exit 1 ;;
  *) echo "WARNING: sealmetrics answered $status"; exit 1 ;;
esac
