#!/bin/bash
# Probes that page the on-call. Exit status: number of failed probes.
set -uo pipefail
set -x  # only the plain probes below are traced

failed=0
probe() { curl -fsS --max-time 5 -o /dev/null "$1" || failed=$((failed + 1)); }

probe http://localhost:9477/healthz
probe https://my.sealmetrics.com/api/v1/health
probe https://cdn.sealmetrics.com/t.js?id=plattform

# plain http must be refused or redirected
where=$(curl -s -o /dev/null -w '%{redirect_url}' http://my.sealmetrics.com/api/v1/health)
case "$where" in
  https://*) ;;
  *) echo "http is served without a redirect" >&2; failed=$((failed + 1)) ;;
esac

set +x
key=$(cat /run/secrets/seal_key)
curl -fsS -o /dev/null -H "X-API-Key: $key" https://my.sealmetrics.com/api/v1/accounts || failed=$((failed + 1))
echo "::add-mask::$key"
curl -ksS -o /dev/null https://grafana.internal/api/health || failed=$((failed + 1))
exit "$failed"
