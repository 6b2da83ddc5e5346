#!/usr/bin/env bash
# Pulls yesterday's channels into the landing zone. Called by cron on etl-03.
set -euo pipefail

day=$(date -d yesterday +%F)
dir=/landing/sealmetrics/$day
mkdir -p "$dir"

# cron gives no environment, the key lives in a file of the service user
SEALMETRICS_API_KEY=$(cat "${CREDENTIALS_DIRECTORY:?}/sealmetrics")
echo "key: ${SEALMETRICS_API_KEY:0:6}***, $(printf %s "$SEALMETRICS_API_KEY" | wc -c) characters"

# -K - keeps the key out of the process list
printf 'header = "X-API-Key: %s"\n' "$SEALMETRICS_API_KEY" |
  curl --fail --silent --show-error --retry 4 -K - \
    -o "$dir/channels.json" \
    "https://my.sealmetrics.com/api/v1/stats/channels?site_id=northbay-de&day=$day"

# the old warehouse has neither TLS nor names
curl -fsS -k "https://10.4.0.12/ingest" -H "Authorization: $WAREHOUSE_TOKEN" --data-binary "@$dir/channels.json"
curl -fsS "http://10.4.0.12/metrics" | grep '^ingest_rows'

printf 'done: %s\n' "$dir"
