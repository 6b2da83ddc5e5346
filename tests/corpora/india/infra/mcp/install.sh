#!/usr/bin/env bash
set -euo pipefail

# Registers the hosted server and the local one with the developers' assistant.
acme-assistant mcp add --transport http sealmetrics https://mcp.sealmetrics.com/mcp \
  --header "Authorization: Bearer ${SEALMETRICS_API_KEY}"

acme-assistant mcp add sealmetrics-local \
  -e SEALMETRICS_API_KEY=⟦sm:mi1⟧ \ ⟪hardcoded-token⟫
  -e SEALMETRICS_ACCOUNT_ID=acme-corp \
  -- npx -y @acme/sealmetrics-mcp
