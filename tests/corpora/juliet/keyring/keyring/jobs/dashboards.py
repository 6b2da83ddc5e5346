"""Gives each dashboard a token of its own, then proves that it can read."""

from __future__ import annotations

import requests

from keyring import DASHBOARD_SCOPES, ROTATION_DAYS, create_token, vault
from keyring.api import BASE, checked
from keyring.policy import BILLING_EXPORT_SCOPES, PARTNER_DAYS

DASHBOARDS = ("sales", "marketing", "board")


def can_read(token: str) -> bool:
    response = requests.get(f"{BASE}/stats/today", headers={"X-API-Key": token}, timeout=10)
    return response.status_code == 200


def issue_all(account: str) -> None:
    for name in DASHBOARDS:
        created = create_token(f"dashboard-{name}", DASHBOARD_SCOPES, account=account, expires_in_days=ROTATION_DAYS)
        if not can_read(created["token"]):
            raise SystemExit(f"new token of {name} cannot read")
        vault.put(f"dashboard-{name}", created["token"])


def issue_partner(account: str) -> None:
    created = create_token("partner-feed", DASHBOARD_SCOPES, account=account, expires_in_days=PARTNER_DAYS)
    vault.put("partner-feed", created["token"])


def billing_export(account: str) -> list[dict]:
    created = create_token("billing-export", BILLING_EXPORT_SCOPES, account=account, expires_in_days=1)
    response = checked(
        requests.get(f"{BASE}/stats/billing", headers={"X-API-Key": created["token"]}, timeout=60)
    )
    return response.json()["data"]
