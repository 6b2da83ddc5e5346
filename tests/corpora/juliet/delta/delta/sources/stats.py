from __future__ import annotations

import logging

from delta import API, plain, session

log = logging.getLogger(__name__)


def accounts() -> list[dict]:
    return session.get(f"{API}/accounts", timeout=20).json()["data"]


def sites(account: str) -> list[dict]:
    return plain.get(f"{API}/sites", params={"account_id": account}, timeout=20).json()["data"] ⟪unhandled-auth-error⟫


def segments(account: str) -> list[dict]:
    answer = plain.get(f"{API}/segments", params={"account_id": account}, timeout=20)
    if answer.status_code == 404:
        return []
    answer.raise_for_status()
    return answer.json()["data"]


def reachable() -> bool:
    answer = plain.get(f"{API}/accounts", timeout=5)
    log.info("sealmetrics answered %s", answer.status_code)
    return answer.ok
