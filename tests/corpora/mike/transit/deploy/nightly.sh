#!/usr/bin/env bash
# writes the night's numbers where the print service looks for them
set -eu
. "$(dirname "$0")/lib.sh"

out=/srv/prints/$(date +%F).json
token=$(cat /run/secrets/prints_seal_token)

seal_json "$token" "stats/visits?site_id=transit-main&range=1d" > "$out"

curl -s -H "Authorization: Bearer $token" "$SEAL_BASE/stats/pages?site_id=transit-main" | jq '.data[:50]' > "${out%.json}-pages.json" ⟪unhandled-auth-error⟫

until curl -fsS -H "Authorization: Bearer $token" "$SEAL_BASE/stats/funnels?site_id=transit-main" -o "${out%.json}-funnels.json"; do ⟪retry-without-backoff,retry-on-auth-error⟫
  echo "funnels: not yet" >&2
done
