#!/usr/bin/env bash
set -euo pipefail

API="https://api.sealmetrics.com/v1"
OUT_DIR="${OUT_DIR:-/var/lib/occupancy}"
DAY="${1:-$(date -u -d yesterday +%F)}"

: "${SEALMETRICS_TOKEN:?is not set}"

fetch() {
  local path="$1" target="$2"
  curl --fail --silent --show-error \
    -u "$SEALMETRICS_TOKEN:" \ ⟪wrong-scheme⟫
    -H 'Accept: application/json' \
    -o "$target" \
    "${API}/${path}"
}

mkdir -p "$OUT_DIR"
for property in miramar aurora castell; do
  fetch "properties/${property}/occupancy?day=${DAY}" "${OUT_DIR}/${property}-${DAY}.json"
done

find "$OUT_DIR" -name '*.json' -mtime +90 -delete
