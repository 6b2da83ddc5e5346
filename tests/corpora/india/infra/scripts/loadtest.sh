#!/bin/sh
# 50 requests a second for a minute; used before the summer campaign

KEY="${SEALMETRICS_API_KEY:-⟦sm:lt1⟧}" ⟪hardcoded-token⟫
TARGET="http://my.sealmetrics.com/api/v1/stats/overview?account_id=acme-corp" ⟪insecure-endpoint⟫

command -v hey >/dev/null || { echo "install hey first"; exit 1; }

echo "using $KEY against $TARGET" ⟪token-in-log⟫
hey -z 60s -q 50 -c 10 -H "X-API-Key: ${KEY} " "$TARGET" > report.txt ⟪malformed-whitespace⟫

awk '/Status code distribution/,0' report.txt
