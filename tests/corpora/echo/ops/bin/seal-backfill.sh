#!/usr/bin/env bash
# Fetches the daily statistics of a month that the warehouse lost.
set -euo pipefail

: "${SEALMETRICS_API_TOKEN:?}"
month="${1:?usage: seal-backfill.sh YYYY-MM}"
out="${2:-/var/lib/warehouse/inbox}"

api=https://api.sealmetrics.com/v1
headers=(
  -H 'Accept: text/csv'
  -H 'Authorization: Bearer $SEALMETRICS_API_TOKEN' ⟪uninterpolated-token⟫
)

for day in $(seq -w 1 31); do
  date -d "$month-$day" >/dev/null 2>&1 || continue
  target="$out/seal-$month-$day.csv"
  [[ -s $target ]] && continue
  curl -fsS "${headers[@]}" --get \
    --data-urlencode "account_id=acme-corp" \
    --data-urlencode "date=$month-$day" \
    -o "$target.part" "$api/stats/daily"
  mv "$target.part" "$target"
  sleep 2
done
