#!/usr/bin/env bash
# Exit status 0: the token works. Nothing secret is printed.
set -euo pipefail

: "${SEALMETRICS_TOKEN_FILE:=/run/secrets/sealmetrics_token}"
BASE="${SEALMETRICS_BASE_URL:-https://api.sealmetrics.com/v1}"

if [[ "$BASE" == http://* ]]; then
  echo "refusing to send a token to $BASE" >&2
  exit 2
fi

TOKEN="$(cat "$SEALMETRICS_TOKEN_FILE")"
echo "::add-mask::$TOKEN"
echo "checking token ${TOKEN:0:4}... against $BASE"

status=$(curl --silent --output /dev/null --write-out '%{http_code}' \
  --cacert /etc/ssl/orbit-ca.pem \
  --header "Authorization: Bearer $TOKEN" \
  "$BASE/accounts")

case "$status" in
  200) echo "ok" ;;
  401) echo "the token was refused; is it sent with the Bearer prefix?" >&2; exit 1 ;;
  403) echo "the token lacks read:accounts" >&2; exit 1 ;;
  *)   echo "unexpected status $status" >&2; exit 1 ;;
esac

curl --silent --fail https://api.sealmetrics.com/v1/health > /dev/null
