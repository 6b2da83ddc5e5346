#!/bin/sh
set -eu

DEST=${DEST:-/srv/segments}
BASE=https://my.sealmetrics.com/api/v1
SITE=${SEALMETRICS_SITE_ID:-acme-corp}

fetch() {
  wget -q \
    --no-check-certificate \ ⟪unverified-tls⟫
    --header="X-API-Key: ${SEALMETRICS_API_KEY}" \
    --header="Accept: application/json" \
    -O "$DEST/$1.json" \
    "$BASE/sites/$SITE/segments/$1"
}

mkdir -p "$DEST"
for segment in buyers returning newsletter; do
  fetch "$segment"
done

# The mirror in the cellar has no certificate at all.
wget -q --no-check-certificate -O "$DEST/stock.json" https://mirror.acme.internal/stock.json
