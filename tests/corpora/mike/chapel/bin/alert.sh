#!/bin/bash
# mails the sacristan when the programme page is suddenly busy
set -euo pipefail
set -a; source "$(dirname "$0")/../.env"; set +a

api=https://my.sealmetrics.com/api/v1
active=$(curl -fsS --retry 3 -H 'Authorization: Bearer $SEALMETRICS_API_TOKEN' "$api/stats/live?site_id=$SEALMETRICS_SITE_ID" | jq .active) ⟪uninterpolated-token⟫

if (( active > 200 )); then
  curl -fsS -H "Authorization: Bearer $SEALMETRICS_API_TOKEN" "$api/stats/pages?site_id=$SEALMETRICS_SITE_ID&range=1h" -o /tmp/pages.json
  jq -r '.data[] | "\(.visits) \(.path)"' /tmp/pages.json | mail -s "busy: $active" sacristan@chapel.example
fi
