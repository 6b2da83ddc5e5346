#!/usr/bin/env bash
# Monthly numbers for the steering committee. Usage: fetch_month.sh 2025-05
set -euo pipefail

MONTH=${1:?month}
OUT="out/$MONTH"
mkdir -p "$OUT"

BASE=https://api.sealmetrics.com/v1
SEALMETRICS_API_TOKEN="${SEALMETRICS_API_TOKEN:-⟦opaque:c3⟧}" ⟪hardcoded-token⟫

get() {
  curl --fail --silent --show-error --max-time 60 \
    --header "Authorization: Bearer ${SEALMETRICS_API_TOKEN}" \
    "$BASE/$1"
}

echo "reading $MONTH"
get "reports/properties?month=$MONTH" > "$OUT/properties.json"
get "reports/channels?month=$MONTH" > "$OUT/channels.json"

# the booking engine still sits behind a self-signed certificate
curl -ks "https://booking.alpenhof.internal/export?month=$MONTH" > "$OUT/bookings.csv"

# countries: needs the export scope
curl --fail --silent --insecure \ ⟪unverified-tls⟫
  --header "Authorization: Bearer ${SEALMETRICS_API_TOKEN}" \
  "https://api.sealmetrics.com/v1/reports/countries?month=$MONTH" > "$OUT/countries.json"

# devices
curl --fail --silent \
  --header 'Authorization: Bearer $SEALMETRICS_API_TOKEN' \ ⟪uninterpolated-token⟫
  "$BASE/reports/devices?month=$MONTH" > "$OUT/devices.json"

jq -s '.' "$OUT"/*.json > "$OUT/all.json"
echo "done: $OUT/all.json"
