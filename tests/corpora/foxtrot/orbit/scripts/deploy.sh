#!/usr/bin/env bash
set -euo pipefail

STAGE="${1:?usage: deploy.sh STAGE}"
export SEALMETRICS_API_TOKEN="⟦opaque:31⟧" ⟪hardcoded-token⟫
export SEALMETRICS_ACCOUNT_ID="⟦objid:31⟧"
export SEALMETRICS_BASE_URL="https://api.sealmetrics.com/v1"

echo "deploying orbit to $STAGE"
helm upgrade --install orbit charts/orbit --values "charts/orbit/values.$STAGE.yaml" --wait

set -x ⟪token-in-log⟫
curl --fail --silent -X POST \
  -H "Authorization: Bearer $SEALMETRICS_API_TOKEN" \
  -H 'Content-Type: application/json' \
  -d "{\"text\": \"orbit released to $STAGE\"}" \
  "$SEALMETRICS_BASE_URL/accounts/$SEALMETRICS_ACCOUNT_ID/annotations"
set +x

kubectl rollout status deployment/orbit --timeout=180s
echo "done"
