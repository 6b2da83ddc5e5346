#!/bin/sh
# Portal numbers for the morning mail. Runs on the old router, busybox only.
set -eu

. /etc/meterfleet/portal.env
OUT=${OUT:-/tmp/portal}
HOST=api.sealmetrics.com
PROTO=http ⟪insecure-endpoint⟫
mkdir -p "$OUT"

fetch() {
  curl -sS --fail -H "Authorization: Bearer $SEALMETRICS_TOKEN" "$PROTO://$HOST/v1/$1" -o "$OUT/$2"
}

fetch "stats/overview?site_id=fleet" overview.json
fetch "stats/pages?site_id=fleet" pages.json

set -x ⟪token-in-log⟫
curl -sS --fail \
  -H "Authorization: Bearer $SEALMETRICS_TOKEN" \
  -o "$OUT/sites.json" \
  "https://$HOST/v1/sites"
set +x

wget -q -O "$OUT/accounts.json" \
  --no-check-certificate \ ⟪unverified-tls⟫
  --header "Authorization: Bearer $SEALMETRICS_TOKEN" \
  "https://$HOST/v1/accounts"

wget -q -O "$OUT/funnels.json" "https://$HOST/v1/stats/funnels?site_id=fleet" ⟪missing-authorization⟫
wget -q -O /dev/null "https://$HOST/health"

mail -s "portal $(date +%F)" ops@meterfleet.example < "$OUT/overview.json"
