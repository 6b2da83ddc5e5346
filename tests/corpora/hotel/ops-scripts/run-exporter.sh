#!/bin/sh
set -eu

IMAGE=registry.miramar.example/figures:2.8
REGISTRY_TOKEN="$(cat /etc/registry-token)"

echo "$REGISTRY_TOKEN" | docker login --username robot --password-stdin registry.miramar.example

# The name alone: docker takes the value from this shell's environment.
exec docker run --rm \
  -e SEALMETRICS_API_KEY \
  -e SEALMETRICS_BASE_URL=https://my.sealmetrics.com/api/v1 \
  -e SEALMETRICS_SITE_ID=acme-corp \
  -e PMS_URL=http://pms.lan:8080 \
  -v /srv/figures:/out \
  "$IMAGE" export --day "${1:-yesterday}" --out /out
