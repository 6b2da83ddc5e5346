#!/bin/sh
# As accounts.sh, with identifiers.
set -eu

API=https://api.sealmetrics.com/v1
tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT

if ! curl -fsS -H "Authorization: Bearer $SEALMETRICS_API_TOKEN" -o "$tmp" "$API/accounts"; then
  echo "accounts could not be read" >&2
  exit 1
fi
jq -r '.data[] | "\(.id) \(.name)"' "$tmp"
