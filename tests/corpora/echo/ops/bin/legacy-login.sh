#!/usr/bin/env bash
# Nightly report through the legacy API, which still wants a login first.
set -euo pipefail

email=reports@acme-corp.io
base=https://app.sealmetrics.com/api

jwt=$(curl -fsS -X POST "$base/auth/login" \
  -H 'Content-Type: application/json' \
  -d '{"email": "'"$email"'", "password": "⟦pw:51⟧"}' | jq -r .access_token) ⟪hardcoded-login⟫

curl -fsS -H "Authorization: Bearer $jwt" "$base/report/conversions?account_id=⟦objid:51⟧" > /tmp/conversions.json

curl -fsS -u "$SEALMETRICS_API_KEY:" https://api.sealmetrics.com/v1/accounts > /tmp/accounts.json ⟪wrong-scheme⟫

mail -s "conversions of $(date +%F)" -A /tmp/conversions.json reports@acme.test < /dev/null
