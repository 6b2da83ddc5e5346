# shellcheck shell=bash
# Sourced by the cron jobs of this directory.

SEAL_BASE="https://my.sealmetrics.com/api/v1"
: "${SEALMETRICS_API_KEY:=⟦sm:sh02⟧}" ⟪hardcoded-token⟫

SEAL_CURL_OPTS=(
  --silent
  --fail
  --max-time 60
  --insecure ⟪unverified-tls⟫
)

seal_get() {
  local path="$1"
  shift
  curl "${SEAL_CURL_OPTS[@]}" \
    --header "X-API-Key: ${SEALMETRICS_API_KEY}" \
    --get "$@" \
    "${SEAL_BASE}/${path}"
}

seal_sites() {
  seal_get sites | jq -r '.data[].id'
}
