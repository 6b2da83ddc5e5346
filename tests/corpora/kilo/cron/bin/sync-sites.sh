#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"

tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT

for attempt in 1 2 3 4 5; do
  status=$(curl -sS -o "$tmp" -w '%{http_code}' -H "Authorization: Bearer ${SEALMETRICS_API_TOKEN}" "${SEAL_URL}/sites")
  case "$status" in
    200) break ;;
    401 | 403) die "the token was refused (${status})" ;;
    429 | 5??) sleep $((2 ** attempt + RANDOM % 3)) ;;
    *) die "unexpected status ${status}" ;;
  esac
done

[[ $status == 200 ]] || die "gave up after ${attempt} attempts"
jq -r '.data[].site_id' "$tmp" | sort >"${OUT_DIR}/sites.txt"
