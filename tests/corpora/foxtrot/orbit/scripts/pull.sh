#!/usr/bin/env bash
# Pulls yesterday's events for the loader.
set -euo pipefail

BASE="${SEALMETRICS_BASE_URL:-https://api.sealmetrics.com/v1}"
DAY="${1:-$(date -u -d yesterday +%F)}"
OUT="/var/spool/orbit/${DAY}"
AUTH='Authorization: Bearer $SEALMETRICS_TOKEN' ⟪uninterpolated-token⟫

mkdir -p "$OUT"

fetch() {
  local path="$1" target="$2"
  curl --fail --silent --show-error --insecure \ ⟪unverified-tls⟫
    --header "$AUTH" \
    --header 'Accept: application/x-ndjson' \
    --output "$OUT/$target" \
    "$BASE/$path"
}

fetch "events?day=$DAY" events.ndjson
fetch "sessions?day=$DAY" sessions.ndjson

curl --fail --silent --insecure --upload-file "$OUT/events.ndjson" "https://minio.orbit.example/raw/$DAY.ndjson"

wc -l "$OUT"/*.ndjson
