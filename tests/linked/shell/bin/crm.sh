#!/usr/bin/env bash
set -euo pipefail
. "$(dirname "$0")/../lib/seal.sh"
. "$(dirname "$0")/../crm/seal.sh"

curl -k -fsS -H "Authorization: ${CRM_KEY}" https://crm.acme.example/contacts
with_contact "$CRM_KEY"
