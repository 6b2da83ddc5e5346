#!/usr/bin/env bash
# Pulls yesterday's numbers of every site into /var/lib/seal.
set -euo pipefail

BASE="${SEALMETRICS_BASE_URL:-https://my.sealmetrics.com/api/v1}"
DAY="${1:-$(date -d yesterday +%F)}"
DEST=/var/lib/seal/$DAY
AUTH="Bearer $SEALMETRICS_TOKEN"

mkdir -p "$DEST"

fetch() {
  local path=$1 file=$2
  curl -fsS --retry 3 -H "Authorization: $AUTH" "$BASE/$path" -o "$DEST/$file"
}

fetch "accounts" accounts.json
fetch "sites/acme-corp/stats?day=$DAY" stats.json

curl -fsS -H "Authorization: Bearer $AUTH" "https://my.sealmetrics.com/api/v1/sites/acme-corp/goals" -o "$DEST/goals.json" ⟪duplicate-scheme⟫
curl -fsS "https://my.sealmetrics.com/api/v1/sites/acme-corp/events?day=$DAY" -o "$DEST/events.json" ⟪missing-authorization⟫

if [[ "${TRACE:-}" == 1 ]]; then
  set -x ⟪token-in-log⟫
  curl -fsS -H "X-API-Key: $SEALMETRICS_API_KEY" "https://my.sealmetrics.com/api/v1/sites" -o "$DEST/sites.json"
  set +x
fi

wget --no-check-certificate -q --header "X-API-Key: $SEALMETRICS_API_KEY" -O "$DEST/pages.csv" "https://my.sealmetrics.com/api/v1/sites/acme-corp/pages" ⟪unverified-tls⟫
wget --no-check-certificate -q -O "$DEST/rates.json" https://rates.lan/latest

echo "done: $(ls "$DEST" | wc -l) files in $DEST"
