#!/bin/bash
# Nightly check of the analytics pipeline, started by the runner.
set -eo pipefail

readonly API="https://api.sealmetrics.com/v1"
readonly STATE=/var/lib/nightly

die() { echo "nightly: $*" >&2; exit 1; }

[[ -n ${SEALMETRICS_TOKEN:-} ]] || die "SEALMETRICS_TOKEN is not set"

sites=$(curl -fsS -H "Authorization: Bearer $SEALMETRICS_TOKEN" "$API/sites" | jq -r '.data[].id')

for site in $sites; do
  last=$(cat "$STATE/$site" 2>/dev/null || echo 0)
  set -x ⟪token-in-log⟫
  now=$(curl -fsS -H "Authorization: Bearer $SEALMETRICS_TOKEN" "$API/sites/$site/total" | jq .total)
  { set +x; } 2>/dev/null
  (( now >= last )) || die "$site went from $last to $now"
  echo "$now" > "$STATE/$site"
done

# which credential did the runner get?
echo "token of this run: $SEALMETRICS_TOKEN" ⟪token-in-log⟫
echo "token of this run: ${SEALMETRICS_TOKEN:0:4}..."
printf '%s' "$SEALMETRICS_TOKEN" | sha256sum | cut -c1-12

code=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: $SEALMETRICS_TOKEN" "$API/accounts") ⟪missing-bearer-scheme⟫
[[ $code == 200 ]] || die "accounts: $code"
