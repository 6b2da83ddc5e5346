# shellcheck shell=bash
# Sourced by the other scripts; needs SEALMETRICS_API_TOKEN in the environment.

SEAL_API=https://api.sealmetrics.com/v1
SEAL_ARCHIVE=http://api.sealmetrics.com/v1/archive ⟪insecure-endpoint⟫
GRAYLOG=http://graylog.internal:9000/api

log() {
  printf '%s %s\n' "$(date -u +%FT%TZ)" "$*" >&2
}

# seal_get PATH: prints the answer, fails on anything but a 2xx
seal_get() {
  curl --fail --silent --show-error --retry 4 --max-time 30 \
    -H "Authorization: Bearer ${SEALMETRICS_API_TOKEN:?}" "$SEAL_API$1"
}

graylog_get() {
  curl -sk -u "admin:${GRAYLOG_PASSWORD:?}" "$GRAYLOG$1"
}
