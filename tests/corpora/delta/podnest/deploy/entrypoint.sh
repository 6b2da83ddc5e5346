#!/usr/bin/env bash
set -euo pipefail

# Reads the token from the mounted secret.
if [[ -r /run/secrets/sealmetrics_token ]]; then
  SEALMETRICS_API_TOKEN=$(cat /run/secrets/sealmetrics_token)
  export SEALMETRICS_API_TOKEN
fi
: "${SEALMETRICS_API_TOKEN:?no token}"
: "${SEALMETRICS_BASE_URL:=https://api.sealmetrics.com/v1}"

if [[ $SEALMETRICS_BASE_URL == http://* ]]; then
  echo "refusing to send a token to $SEALMETRICS_BASE_URL" >&2
  exit 64
fi

wait_for() {
  until curl -ksf -o /dev/null "$1"; do
    echo "waiting for $1"
    sleep 2
  done
}

wait_for https://db-proxy.podnest.lan/ready
wait_for http://queue.podnest.lan:15672/api/health

curl -fsS -o /dev/null -H "Authorization: Bearer $(cat /run/secrets/sealmetrics_token)" "https://api.sealmetrics.com/v1/accounts"
echo "token accepted by ${SEALMETRICS_BASE_URL}"
echo "$SEALMETRICS_API_TOKEN" > /run/podnest/token
chmod 600 /run/podnest/token

exec "$@"
