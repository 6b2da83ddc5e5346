#!/usr/bin/env bash
set -euo pipefail

SEALMETRICS_API_KEY="$(op read op://Analytics/sealmetrics/api-key)"
BASE="${SEALMETRICS_BASE_URL:-https://my.sealmetrics.com/api/v1}"

if [[ "$BASE" != https://* ]]; then
  echo "SEALMETRICS_BASE_URL must be https, not http://" >&2
  exit 64
fi

curl_config() {
  cat <<CONF
fail
silent
show-error
url = "${BASE}/accounts"
header = "X-API-Key: ${SEALMETRICS_API_KEY}"
CONF
}

curl_config | curl --config - --output accounts.json
echo "key ${SEALMETRICS_API_KEY:0:5}… saw $(jq '.data | length' accounts.json) accounts"
