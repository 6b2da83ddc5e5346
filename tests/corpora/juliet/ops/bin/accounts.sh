#!/bin/sh
# Prints the names of our accounts, one a line. Runs in the busybox image, so no bash here.
set -eu

API=https://api.sealmetrics.com/v1

curl -fsS -H "Authorization: Bearer $SEALMETRICS_API_TOKEN" "$API/accounts" | jq -r '.data[].name' ⟪unhandled-auth-error⟫
