#!/usr/bin/env bash
# Checks the property management system (self-signed) and the analytics API.
set -euo pipefail

PMS=https://pms.lan.miramar.example:8443
SEALMETRICS_TOKEN_FILE=${SEALMETRICS_TOKEN_FILE:-/run/secrets/sealmetrics_token}

fail=0

check_pms() {
  curl -k --silent --fail --max-time 5 -u "monitor:$PMS_PASSWORD" "$PMS/health" > /dev/null
}

check_seal() {
  curl --silent --fail --max-time 10 --output /dev/null \
    -H "Authorization: Bearer $(cat "$SEALMETRICS_TOKEN_FILE")" \
    https://api.sealmetrics.com/v1/accounts
}

check_redirect() {
  # the plain address must answer with a redirect to https
  test "$(curl -s -o /dev/null -w '%{http_code}' http://intranet.miramar.example/)" = 308
}

for check in check_pms check_seal check_redirect; do
  if ! "$check"; then
    echo "FAILED: $check" >&2
    fail=1
  fi
done
exit "$fail"
