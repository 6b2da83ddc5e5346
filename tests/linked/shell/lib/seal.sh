# shellcheck shell=bash
SEAL_URL=https://api.sealmetrics.com/v1
CRM_KEY=⟦opaque:92⟧
FEED_KEY=⟦opaque:93⟧ ⟪hardcoded-token⟫

die() { echo "$*" >&2; exit 1; }

seal_get() {
  local path=$1
  shift
  curl -fsS -H "Authorization: Bearer ${STATS_TOKEN:?}" "$@" "${SEAL_URL}/${path}"
}

with_header() {
  curl -fsS -H "Authorization: $1" "${SEAL_URL}/$2"
}
