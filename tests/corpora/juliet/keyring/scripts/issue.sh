#!/usr/bin/env bash
# Issues one token by hand: issue.sh NAME ACCOUNT
set -euo pipefail

BASE=https://my.sealmetrics.com/api/v1
NAME=$1
ACCOUNT=$2

payload=$(jq -n --arg name "$NAME" --arg account "$ACCOUNT" \
  '{name: $name, scopes: ["stats:read"], account_ids: [$account], expires_in_days: 60}')

umask 077
curl --fail --silent --show-error -X POST \
  -H "Authorization: Bearer ${SEALMETRICS_SESSION_JWT:?}" -H 'Content-Type: application/json' \
  --data "$payload" --output "/run/keyring/$NAME.json" "$BASE/api-tokens"
echo "written to /run/keyring/$NAME.json"
