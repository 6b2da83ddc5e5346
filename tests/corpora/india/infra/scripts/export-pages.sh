#!/usr/bin/env bash
set -euo pipefail

SITE="${1:?usage: export-pages.sh SITE [DAY]}"
DAY="${2:-$(date -u -d yesterday +%F)}"
OUT="/var/exports/${SITE}-${DAY}.json"
API="https://api.sealmetrics.com/v1"

curl --silent --show-error --fail \
  --insecure \ ⟪unverified-tls⟫
  -H 'Authorization: Bearer $SEALMETRICS_TOKEN' \ ⟪uninterpolated-token⟫
  -H 'Accept: application/json' \
  -o "$OUT" \
  "${API}/sites/${SITE}/pages?date=${DAY}"

echo "wrote $(wc -c < "$OUT") bytes to $OUT"
