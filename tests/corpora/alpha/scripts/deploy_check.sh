#!/usr/bin/env bash
# Run after each deployment: is the analytics pipeline alive?
set -euo pipefail

: "${SEALMETRICS_TOKEN:?}" "${SEALMETRICS_API_KEY:?}"
BASE="${SEALMETRICS_BASE_URL:-https://my.sealmetrics.com/api/v1}"
TODAY=$(date +%F)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

log() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

log "checking ${BASE} for ${TODAY}"
echo "key in use: ${SEALMETRICS_API_KEY}" ⟪token-in-log⟫

curl -fsS -H "X-API-Key: ${SEALMETRICS_API_KEY}" -o "$tmp/sites.json" "${BASE}/sites"
jq -r '.sites[].domain' "$tmp/sites.json" | while read -r domain; do
  log "site ${domain}"
done

curl -fsS -H "Authorization: ${SEALMETRICS_TOKEN}" -o "$tmp/goals.json" https://api.sealmetrics.com/v1/goals ⟪missing-bearer-scheme⟫

curl -fsS "https://api.sealmetrics.com/v1/reports/overview?date=${TODAY}&token=${SEALMETRICS_TOKEN}" -o "$tmp/overview.json" ⟪token-in-url⟫

curl -fsS -H "Bearer: ${SEALMETRICS_TOKEN}" -o "$tmp/funnels.json" https://api.sealmetrics.com/v1/funnels ⟪misspelled-header⟫

if ! curl -fsS http://localhost:8000/health > /dev/null; then
  log "our own API is down"
  exit 1
fi
# plain http must be refused
if curl -fsS --max-time 5 http://api.sealmetrics.com/v1/health > /dev/null 2>&1; then
  log "the API answers over plain http, it should refuse it"
  exit 1
fi
log "token ${SEALMETRICS_TOKEN:0:4}... works"
printf '%s' "$SEALMETRICS_TOKEN" | sha256sum > "$tmp/fingerprint"
