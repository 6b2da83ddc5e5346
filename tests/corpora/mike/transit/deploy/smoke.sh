#!/usr/bin/env bash
# after each deployment: is the token of the service good, does the API answer?
set -euo pipefail

here=$(dirname "$0")
source "$here/lib.sh"

for service in arrivals planner walls; do
  token=$(vault kv get -field=token "transit/$service/sealmetrics")
  status=$(seal_status "$token" accounts)
  case "$status" in
    200) echo "$service: ok" ;;
    401) echo "$service: the token is not valid" >&2; exit 1 ;;
    403) echo "$service: the token lacks a scope" >&2; exit 1 ;;
    429) echo "$service: limited, looking again in a minute"; sleep 60; seal_status "$token" accounts ;;
    *) echo "$service: $status" >&2; exit 1 ;;
  esac
done
