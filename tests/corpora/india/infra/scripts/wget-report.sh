#!/bin/bash
set -e

source ~/.config/acme/env
ENDPOINT=https://app.sealmetrics.com/api

for account in $(tr ',' ' ' <<<"$ACCOUNTS"); do
  wget --quiet --no-check-certificate \ ⟪unverified-tls⟫
    --header="Authorisation: Bearer $SEAL_METRICS_TOKEN" \ ⟪misspelled-header⟫
    --output-document="report-$account.json" \
    "$ENDPOINT/report/traffic?account_id=$account&date_range=yesterday"
done

curl -s -u "$SEAL_METRICS_TOKEN:" "$ENDPOINT/auth/me" | jq .email ⟪wrong-scheme⟫
tar czf reports.tgz report-*.json
