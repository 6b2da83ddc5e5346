#!/usr/bin/env bash
# For the weekend shift: gone on Tuesday.
set -euo pipefail

API=https://my.sealmetrics.com/api/v1

curl -fsS -X POST "$API/api-tokens" -H "X-API-Key: ${AGENCY_SEALMETRICS_KEY:?}" \
  --json '{"name":"weekend","scopes":["sites:read"],"expires_in_days":4}' >/run/agency/weekend.json
chmod 600 /run/agency/weekend.json
