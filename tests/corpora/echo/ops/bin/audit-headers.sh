#!/usr/bin/env bash
set -euo pipefail

token=$(< /run/secrets/sealmetrics_token)
common=(--silent --show-error --max-time 15 --header "Accept: application/json")
seal=("${common[@]}" --header "Authorization: Bearer ${token}")
ca=/etc/ssl/acme/proxy-ca.pem

code() {
  curl "$@" --output /dev/null --write-out '%{http_code}'
}

printf 'with the token: %s\n' "$(code "${seal[@]}" --cacert "$ca" https://api.sealmetrics.com/v1/accounts)"
printf 'health: %s\n' "$(code "${common[@]}" https://api.sealmetrics.com/v1/health)"
printf 'old intranet: %s\n' "$(code "${common[@]}" --insecure https://intranet.acme.internal/)"
printf 'stub: %s\n' "$(code "${common[@]}" http://localhost:4010/v1/accounts)"

payload=$(cat <<EOF
{"text": "token ${token:0:4}… checked on $(hostname)"}
EOF
)
curl "${common[@]}" -X POST -d "$payload" "$CHAT_WEBHOOK" > /dev/null
