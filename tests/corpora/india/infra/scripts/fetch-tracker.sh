#!/usr/bin/env bash
set -euo pipefail

# The tracker is public; keep a copy next to our own assets.
TARGET_DIR=${TARGET_DIR:-public/vendor}
ACCOUNT_ID=${SEALMETRICS_ACCOUNT_ID:-000000000000000000001234}

mkdir -p "$TARGET_DIR"
curl -fsSL "https://t.sealmetrics.com/t.js?id=${ACCOUNT_ID}" -o "$TARGET_DIR/sm.js.new"

if ! cmp -s "$TARGET_DIR/sm.js" "$TARGET_DIR/sm.js.new"; then
  mv "$TARGET_DIR/sm.js.new" "$TARGET_DIR/sm.js"
  echo "tracker updated: $(sha256sum "$TARGET_DIR/sm.js" | cut -c1-12)"
fi

curl -k -fsS "https://selfsigned.staging.acme-corp.io/healthz" >/dev/null
wget -q -O- http://localhost:8080/purge?path=/vendor/sm.js
