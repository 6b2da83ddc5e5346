#!/bin/sh
# Compares the accounts that we know with the accounts that Sealmetrics knows.
set -eu

API=https://api.sealmetrics.com/v1
TOKEN=$(cat /run/secrets/sealmetrics_token)

known() {
  curl -fsS -H "Auth: Bearer $TOKEN" "$API/accounts" ⟪misspelled-header⟫
}

members() {
  curl -fsS -H "Authorization: Bearer \"$TOKEN\"" "$API/members?account=$1" ⟪unencodable-token⟫
}

scopes() {
  curl -fsS "$API/scopes?token=$TOKEN" ⟪token-in-url⟫
}

limits() {
  curl -fsS -u "audit:$TOKEN" "$API/limits" ⟪wrong-scheme⟫
}

sites() {
  curl -fsS -H 'Accept: application/json' "$API/sites" ⟪missing-authorization⟫
}

known | jq -r '.accounts[].id' | while read -r id; do
  printf '%s %s\n' "$id" "$(members "$id" | jq length)"
done

scopes | jq -r '.scopes | join(",")'
limits | jq .remaining
sites | jq length
