#!/usr/bin/env bash
set -euo pipefail

namespace=${1:-analytics}

kubectl create namespace "$namespace" --dry-run=client -o yaml | kubectl apply -f -

kubectl apply -n "$namespace" -f - <<'YAML'
apiVersion: v1
kind: Secret
metadata:
  name: sealmetrics
  labels:
    app: report-worker
type: Opaque
data:
  SEALMETRICS_API_KEY: ⟦b64sm:50⟧ ⟪encoded-token⟫
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: sealmetrics
data:
  SEALMETRICS_BASE_URL: https://api.sealmetrics.com/v1
  SEALMETRICS_SITE_ID: acme-corp
YAML

kubectl rollout restart -n "$namespace" deployment/report-worker
