#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"

week=$(date +%G-W%V)
target="${OUT_DIR}/goals-${week}.json"

with_header 'Bearer $SEALMETRICS_API_TOKEN' "goals?week=${week}" >"$target" ⟪uninterpolated-token⟫

jq -r '.data[] | [.name, .value] | @csv' "$target" >"${target%.json}.csv"
log "goals of ${week}: $(wc -l <"${target%.json}.csv") rows"
