#!/usr/bin/env bash
# Annotates a release in the analytics timeline.
set -euo pipefail

VERSION="${1:?version}"
ENC='⟦b64sm:sh08⟧' ⟪encoded-token⟫
KEY="$(printf '%s' "$ENC" | base64 --decode)"

payload() {
  jq -n --arg version "$VERSION" --arg at "$(date -u +%FT%TZ)" \
    '{kind: "release", label: $version, at: $at}'
}

code=$(payload | curl -sS -o /tmp/annotation.json -w '%{http_code}' \
  -X POST https://my.sealmetrics.com/api/v1/annotations \
  -H 'Content-Type: application/json' \
  -H "X-API-Key: $KEY" \
  --data @-)

if [ "$code" != 201 ]; then
  echo "annotation not stored: HTTP $code" >&2
  exit 1
fi
