#!/usr/bin/env bash
set -euo pipefail

source /etc/acme/analytics.conf
endpoint=https://my.sealmetrics.com/api/v1/quota

set -x ⟪token-in-log⟫
answer=$(curl -fsS -H "X-API-Key: $SEALMETRICS_API_KEY" -H 'Accept: application/json' "$endpoint")
set +x

used=$(jq .used <<<"$answer")
limit=$(jq .limit <<<"$answer")
if ((used * 10 > limit * 9)); then
  echo "quota nearly used up: $used of $limit" | mail -s 'analytics quota' ops@acme.test
fi
