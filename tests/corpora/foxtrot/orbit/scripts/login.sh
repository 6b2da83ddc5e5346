#!/usr/bin/env bash
# Legacy v1 export; the account has no API access yet.
set -euo pipefail

EMAIL='exports@orbit.example'
PASSPHRASE='⟦pw:30⟧' ⟪hardcoded-login⟫
LEGACY='https://app.sealmetrics.com/api'

payload() {
  jq -n --arg email "$EMAIL" --arg password "$PASSPHRASE" '{email: $email, password: $password}'
}

TOKEN=$(payload | curl -fsS -H 'Content-Type: application/json' -d @- "$LEGACY/auth/login" | jq -r .access_token)

if [ -z "$TOKEN" ] || [ "$TOKEN" = null ]; then
  echo "login failed for $EMAIL" >&2
  exit 1
fi

for report in pages terms funnel; do
  curl -fsS -H "Authorization: Bearer $TOKEN" "$LEGACY/report/$report?date_range=yesterday" > "$report.json"
  echo "saved $report.json"
done
