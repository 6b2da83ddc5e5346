#!/bin/sh
# Explains what is wrong with a workstation's set-up. Prints nothing secret.
set -eu

say() { printf '%s\n' "$*"; }

if [ -z "${SEALMETRICS_API_KEY:-}" ]; then
  say "SEALMETRICS_API_KEY is not set: export SEALMETRICS_API_KEY=sm_your_key"
  exit 2
fi

case "$SEALMETRICS_API_KEY" in
  sm_*) say "key: $(printf '%.4s' "$SEALMETRICS_API_KEY")..." ;;
  *) say "the key does not begin with sm_" ;;
esac

case "${SEALMETRICS_BASE_URL:-https://my.sealmetrics.com/api/v1}" in
  http://*) say "the base URL must use https" ; exit 2 ;;
esac

code=$(curl -s -o /dev/null -w '%{http_code}' -H "X-API-Key: $SEALMETRICS_API_KEY" https://my.sealmetrics.com/api/v1/sites)
say "sites: HTTP $code"

curl -ks https://localhost:8443/ping > /dev/null && say "local mock is up"
