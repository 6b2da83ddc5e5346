#!/bin/bash
# Feeds the wall display in the canteen.
set -eu

SITE=acme-corp
KEY=$(vault kv get -field=key kv/analytics/sealmetrics)
FEED="https://my.sealmetrics.com/api/v1/feed?site_id=$SITE&api_key=$KEY" ⟪token-in-url⟫

curl -fsS --retry 3 -o /srv/display/feed.json "$FEED"

curl -fsS https://my.sealmetrics.com/api/v1/stats/today?site_id=$SITE -H "Accept: application/json" -o /srv/display/today.json ⟪missing-authorization⟫

for room in canteen lobby; do
  scp -q /srv/display/*.json "display@$room.acme.internal:/var/www/"
done
echo "feed of $SITE delivered"
