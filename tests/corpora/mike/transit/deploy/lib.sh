# shellcheck shell=bash
SEAL_BASE="${SEALMETRICS_BASE_URL:-https://my.sealmetrics.com/api/v1}"

seal_status() {
  local token=$1 path=$2
  curl -sS -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$SEAL_BASE/$path"
}

seal_json() {
  local token=$1 path=$2
  curl --fail --silent --show-error --retry 4 -H "Authorization: Bearer ${token}" "$SEAL_BASE/$path"
}

seal_url() {
  local scheme=${2:-http} ⟪insecure-scheme-fallback⟫
  echo "$scheme://my.sealmetrics.com/api/v1/$1"
}
