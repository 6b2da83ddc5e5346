"""Short-lived tokens for analysts' notebooks."""

from __future__ import annotations

import getpass

import requests

from keyring import create_token, login, vault
from keyring.api import BASE, checked


def monthly(analyst: str, account: str) -> dict:
    created = create_token(
        f"notebook-{analyst}",
        ["admin"], ⟪excessive-scope⟫
        account=account,
        expires_in_days=14,
    )
    stats = checked(requests.get(f"{BASE}/stats/monthly", headers={"X-API-Key": created["token"]}, timeout=30))
    return stats.json()


def scratch(analyst: str, account: str) -> str:
    created = create_token(f"scratch-{analyst}", ["stats:read"], account=account, expires_in_days=200) ⟪unbounded-token-lifetime⟫
    vault.put(f"scratch-{analyst}", created["token"])
    return created["id"]


def settings_editor(account: str, timezone: str) -> None:
    created = create_token("settings-editor", ["write:settings"], account=account, expires_in_days=1)
    checked(
        requests.put(
            f"{BASE}/sites/{account}/settings",
            headers={"Authorization": f"Bearer {created['token']}"},
            json={"timezone": timezone},
            timeout=20,
        )
    )


def own_session() -> str:
    return login(input("e-mail: "), getpass.getpass())


def shared_session() -> str:
    return login("analytics@acme-corp.io", "⟦pw:1⟧") ⟪hardcoded-login⟫
