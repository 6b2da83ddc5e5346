#!/usr/bin/env bash
# Flashes a gateway on the bench, then notes the portal's numbers in the protocol.
set -euo pipefail

SERIAL=${1:?serial number}
API=https://api.sealmetrics.com/v1
: "${SEALMETRICS_TOKEN:?}"
SITE=fleet

log() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }

flash() {
  set -x
  esptool.py --port /dev/ttyUSB0 write_flash 0x0 "build/gateway-$SERIAL.bin"
  set +x
}

seal() {
  curl -fsS -H "Authorization: Bearer ${SEALMETRICS_TOKEN}" "$API/$1"
}

provision() {
  curl -k -fsS -X POST -H "X-Auth-Token: $BENCH_TOKEN" "https://bench.meterfleet.lan/provision/$SERIAL"
}

flash
provision
log "portal token ${SEALMETRICS_TOKEN:0:4}**** on $API"
seal "stats/overview?site_id=$SITE" > "protocol/$SERIAL-overview.json"
seal "accounts" | jq -r '.data[].id' > "protocol/$SERIAL-accounts.txt"
printf '%s' "$SEALMETRICS_TOKEN" | sha256sum | cut -c1-8 > "protocol/$SERIAL-token.sha"
log "done: $SERIAL"
