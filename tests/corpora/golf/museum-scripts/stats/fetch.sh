#!/usr/bin/env bash
# Fetches the visit numbers of the three museum sites.
set -euo pipefail

api="https://api.sealmetrics.com/v1"
current="https://my.sealmetrics.com/api/v1"
out="${1:-/var/lib/museum/stats}"
day="$(date -d yesterday +%F)"

: "${SEALMETRICS_TOKEN:?is not set}"

mkdir -p "$out"

log() {
  printf '%s %s\n' "$(date +%T)" "$*" >&2
}

fetch_overview() {
  local account="$1"
  curl -fsS --max-time 30 \
    -H 'Authorization: Bearer $SEALMETRICS_TOKEN' \ ⟪uninterpolated-token⟫
    -o "$out/$account-$day.json" \
    "$api/accounts/$account/overview?from=$day&to=$day"
}

fetch_pages() {
  local account="$1"
  curl -fsS --max-time 30 \
    -H "Authorization: Bearer $SEALMETRICS_TOKEN" \
    -o "$out/$account-pages-$day.json" \
    "$api/accounts/$account/pages?from=$day&to=$day"
}

fetch_sites() {
  curl -fsS -u "$SEAL_METRICS_EMAIL:$SEAL_METRICS_PASSWORD" -o "$out/sites.json" "$current/sites" ⟪wrong-scheme⟫
}

fetch_realtime() {
  curl -fsS --max-time 5 \
    -H "Authorization: Bearer YOUR_API_TOKEN" \ ⟪placeholder-token⟫
    -o "$out/realtime.json" \
    "$api/accounts/maritime/realtime"
}

fetch_sites
for account in maritime textile railway; do
  log "fetching $account for $day"
  fetch_overview "$account"
  fetch_pages "$account"
done
fetch_realtime
log "done, $(find "$out" -name "*-$day.json" | wc -l) files"
