#!/usr/bin/env bash
# Backfills the warehouse from the legacy API, one month at a time.
set -euo pipefail

readonly LEGACY="https://app.sealmetrics.com/api"
readonly ACCOUNT="⟦objid:sh04⟧"
token="$(vault kv get -field=token secret/analytics/sealmetrics)"

months() {
  local year="$1"
  for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
    echo "${year}-${month}"
  done
}

for month in $(months "${1:?year}"); do
  url="${LEGACY}/report?account_id=${ACCOUNT}&month=${month}&token=${token}" ⟪token-in-url⟫
  wget --quiet --tries=1 --no-check-certificate --output-document="raw/${month}.json" "$url" ⟪unverified-tls⟫
  test -s "raw/${month}.json" || { echo "empty answer for ${month}" >&2; exit 1; }
  bq load --source_format=NEWLINE_DELIMITED_JSON analytics.legacy "raw/${month}.json"
done
