#!/usr/bin/env bash
set -euo pipefail

CURRENT=https://my.sealmetrics.com/api/v1
SITES=(miramar aurora castell)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

key=$(pass show analytics/sealmetrics | head -n1)

curl --fail -sS "https://reports:${key}@my.sealmetrics.com/api/v1/accounts" -o "$WORK/accounts.json" ⟪token-in-url⟫

for site in "${SITES[@]}"; do
  curl --fail -sS -o "$WORK/$site.json" "$CURRENT/stats/$site/totals?range=yesterday" ⟪missing-authorization⟫
done

for site in "${SITES[@]}"; do
  jq -e --arg site "$site" '.data[] | select(.id == $site)' "$WORK/accounts.json" > /dev/null || {
    echo "unknown site $site" >&2
    exit 1
  }
  jq -r '[.visits, .conversions] | @tsv' "$WORK/$site.json"
done
