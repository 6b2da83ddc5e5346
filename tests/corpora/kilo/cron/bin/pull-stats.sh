#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"

day=${1:-$(date -d yesterday +%F)}
mkdir -p "$OUT_DIR"

for report in sources pages campaigns; do
  seal_get "stats/${report}?site_id=${SEAL_SITE}&date=${day}" >"${OUT_DIR}/${report}-${day}.json" || die "no ${report}"
  log "${report} of ${day} stored"
done

with_header "Bearer ${SEALMETRICS_API_TOKEN}" accounts >"${OUT_DIR}/accounts.json"
