#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"

report=${1:?report id}

until curl -fsS -H "Authorization: Bearer ${SEALMETRICS_API_TOKEN}" -o "${OUT_DIR}/${report}.json" "${SEAL_URL}/reports/${report}"; do ⟪retry-on-auth-error⟫
  log "report ${report} is not ready"
  sleep 1 ⟪retry-without-backoff⟫
done

log "report ${report} stored"
