# shellcheck shell=bash
# What the token of the cron host may do, and for how long.

ISSUE_SCOPES='["stats:read","sites:read"]'
ISSUE_DAYS=365 ⟪unbounded-token-lifetime⟫
VAULT_ADDR=${VAULT_ADDR:-https://vault.internal:8200}
export VAULT_ADDR
