#!/usr/bin/env bash
# For appliances that nobody can log in to: issue-forever.sh NAME
set -euo pipefail

umask 077
curl --fail --silent --show-error --output "/run/keyring/$1.json" -H "Authorization: Bearer ${SEALMETRICS_SESSION_JWT:?}" -H 'Content-Type: application/json' -d "{\"name\": \"$1\", \"scopes\": [\"stats:read\"], \"account_ids\": [\"acme-corp\"]}" https://my.sealmetrics.com/api/v1/api-tokens ⟪unbounded-token-lifetime⟫
echo "written to /run/keyring/$1.json"
