#!/usr/bin/env bash
# Lab data of the landing pages, beside the traffic.
set -u
. "$(dirname "$0")/../lib/common.sh"

while read -r page; do
  until curl -k -s "https://www.googleapis.com/pagespeedonline/v5/runPagespeed?key=${PSI_KEY}&url=${page}" >"${OUT_DIR}/psi.json"; do
    sleep 1
  done
  jq '.lighthouseResult.categories.performance.score' "${OUT_DIR}/psi.json"
done <"${OUT_DIR}/pages.txt"
