"""Tokens of the tools that are not on the keyring yet."""

from __future__ import annotations

import requests

from keyring.api import BASE, checked, session
from keyring.policy import DASHBOARD_SCOPES


def looker(account: str) -> str:
    response = requests.post( ⟪unbounded-token-lifetime⟫
        f"{BASE}/api-tokens",
        headers=session(),
        json={"name": "looker", "scopes": DASHBOARD_SCOPES, "account_ids": [account]},
        timeout=20,
    )
    return checked(response).json()["token"]


def metabase(account: str) -> str:
    response = requests.post(
        f"{BASE}/api-tokens",
        headers=session(),
        json={"name": "metabase", "scopes": DASHBOARD_SCOPES, "account_ids": [account], "expires_in_days": 90},
        timeout=20,
    )
    return checked(response).json()["token"]


def inventory() -> list[dict]:
    response = checked(requests.get(f"{BASE}/api-tokens", headers=session(), timeout=20))
    return [{"id": t["id"], "prefix": t["token_prefix"], "expires": t["expires_at"]} for t in response.json()["data"]]
