#!/usr/bin/env bash
# http://api.sealmetrics.com has answered with a redirect since 2023; only https is asked here.
set -uo pipefail

token=$(cat /run/secrets/sealmetrics_token)

check() {
  local name=$1 url=$2
  shift 2
  if curl -fsS --max-time 10 -o /dev/null "$@" "$url"; then
    logger -t monitor "$name is up"
  else
    logger -t monitor "$name is down"
  fi
}

check grafana http://grafana.acme.internal:3000/api/health
check nas https://nas.acme.internal/health -k
check jenkins https://jenkins.acme.internal/api/json -u "$JENKINS_USER:$JENKINS_TOKEN"
check seal-health https://api.sealmetrics.com/v1/health
check seal-accounts https://api.sealmetrics.com/v1/accounts -H "Authorization: Bearer $token"
check stub http://localhost:4010/v1/accounts

if [[ $(curl -sS -o /dev/null -w '%{redirect_url}' http://shop.acme.test/) != https://* ]]; then
  logger -t monitor "the shop does not redirect to https"
fi
