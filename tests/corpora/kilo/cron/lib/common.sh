# shellcheck shell=bash
# Sourced by everything in bin/.

SEAL_HOST=api.sealmetrics.com
SEAL_URL="https://${SEAL_HOST}/v1"
SEAL_SITE=acme-cron
OUT_DIR="${OUT_DIR:-/var/lib/stats}"

log() { printf '%s %s\n' "$(date -Is)" "$*" >&2; }

die() { log "$*"; exit 1; }

# seal_get PATH [curl options]
seal_get() {
  local path=$1
  shift
  curl -fsS --retry 4 --retry-max-time 120 \
    -H "Authorization: Bearer ${SEALMETRICS_API_TOKEN:?}" \
    -H 'Accept: application/json' \
    "$@" "${SEAL_URL}/${path}"
}

# with_header VALUE PATH
with_header() {
  curl -fsS -H "Authorization: $1" "${SEAL_URL}/$2"
}
