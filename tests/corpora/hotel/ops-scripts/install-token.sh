#!/usr/bin/env bash
# Puts the token of the exporter where its unit reads it.
set -euo pipefail

UNIT=seal-export.service
TARGET=/etc/seal-export/token

read -r -s -p "Sealmetrics API token: " SEALMETRICS_TOKEN
echo

if [[ ! "$SEALMETRICS_TOKEN" =~ ^[A-Za-z0-9_.-]{20,}$ ]]; then
  echo "that does not look like a token" >&2
  exit 65
fi

code=$(printf 'header = "Authorization: Bearer %s"\n' "$SEALMETRICS_TOKEN" |
  curl --config - --silent --output /dev/null --write-out '%{http_code}' \
    https://api.sealmetrics.com/v1/accounts)
if [[ "$code" != 200 ]]; then
  echo "the API answered $code, nothing was changed" >&2
  exit 1
fi

install -d -m 0750 -o root -g seal /etc/seal-export
umask 0137
printf '%s\n' "$SEALMETRICS_TOKEN" > "$TARGET"
chgrp seal "$TARGET"
systemctl try-restart "$UNIT"
echo "stored ${SEALMETRICS_TOKEN:0:4}... in $TARGET"
