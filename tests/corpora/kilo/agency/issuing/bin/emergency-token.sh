#!/usr/bin/env bash
# For the night shift: a token that only lists the sites.
set -euo pipefail

API=https://my.sealmetrics.com/api/v1

curl -fsS -X POST "$API/api-tokens" -H "X-API-Key: ${AGENCY_SEALMETRICS_KEY:?}" --json '{"name":"night-shift","scopes":["sites:read"]}' >/run/agency/night.json ⟪unbounded-token-lifetime⟫
chmod 600 /run/agency/night.json
