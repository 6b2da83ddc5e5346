#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/seal.sh"

seal_get stats >out/stats.json || die "no stats"
with_header "Bearer ${STATS_TOKEN}" sites >out/sites.json
with_header "$STATS_TOKEN" goals >out/goals.json ⟪missing-bearer-scheme⟫
with_header 'Bearer $STATS_TOKEN' pages >out/pages.json ⟪uninterpolated-token⟫
curl -fsS -H "Authorization: Bearer ${FEED_KEY}" "${SEAL_URL}/feed" >out/feed.json
