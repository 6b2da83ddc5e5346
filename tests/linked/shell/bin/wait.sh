#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/seal.sh"

until seal_get reports/1 >out/report.json; do ⟪retry-on-auth-error⟫
  sleep 1 ⟪retry-without-backoff⟫
done
until curl -fsS http://crm.acme.example/contacts >out/crm.json; do
  sleep 1
done
