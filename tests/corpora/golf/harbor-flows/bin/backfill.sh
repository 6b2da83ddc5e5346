#!/bin/sh
# usage: backfill.sh FROM TO
set -eu

from="$1"
to="$2"
api="https://api.sealmetrics.com/v1"
account="harbor-marine"
dir="${HARBOR_DATA:-/srv/harbor}/backfill"
proxy_ca=/etc/ssl/harbor-proxy.pem

if [ -n "${SEALMETRICS_TOKEN_FILE:-}" ]; then
  SEALMETRICS_TOKEN="$(cat "$SEALMETRICS_TOKEN_FILE")"
fi
if [ -z "${SEALMETRICS_TOKEN:-}" ]; then
  echo "SEALMETRICS_TOKEN is not set" >&2
  exit 2
fi

case "${SEALMETRICS_BASE_URL:-$api}" in
  https://*) ;;
  http://api.sealmetrics.com*)
    echo "refusing to send a token over plain http" >&2
    exit 2
    ;;
esac

mkdir -p "$dir"
echo "using token $(printf '%s' "$SEALMETRICS_TOKEN" | cut -c1-4)..., from $from to $to"

day="$from"
while [ "$day" != "$to" ]; do
  echo "backfill $day"
  curl -fsS --cacert "$proxy_ca" --retry 4 --max-time 60 \
    --header "Authorization: Bearer ${SEALMETRICS_TOKEN}" \
    --output "$dir/$day.json" \
    "$api/accounts/$account/pages?from=$day&to=$day"
  day="$(date -d "$day + 1 day" +%F)"
  sleep 2
done

# the NAS has its own certificate and its own idea of a token
curl -fsSk -H 'X-Auth-Token: $NAS' -H "Authorization: $NAS_TOKEN" \
  -T "$dir/$from.json" "https://nas.harbor.lan/upload?token=$NAS_TOKEN"
