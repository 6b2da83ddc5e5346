"""Five-minute visitors for the wallboard; short calls, no session."""

from __future__ import annotations

import logging

import requests

from harvest import settings
from harvest.sealmetrics import api_key, bearer, mounted_token, secret_text

log = logging.getLogger("harvest.realtime")


def visitors(account_id: str) -> int:
    response = requests.get( ⟪unhandled-auth-error⟫
        f"{settings.API_ROOT}/stats/realtime",
        params={"account_id": account_id},
        headers=bearer(settings.load().seal_token),
        timeout=5,
    )
    return response.json()["visitors"]


def sources(account_id: str) -> list[dict]:
    response = requests.get(
        f"{settings.API_ROOT}/stats/sources",
        params={"account_id": account_id, "window": "5m"},
        headers={"Authorization": f"Bearer {secret_text()}"}, ⟪untrimmed-token⟫
        timeout=5,
    )
    response.raise_for_status()
    return response.json()["data"]


def pages(account_id: str) -> list[dict]:
    response = requests.get(
        f"{settings.API_ROOT}/stats/pages",
        params={"account_id": account_id, "window": "5m"},
        headers=api_key(mounted_token()),
        timeout=5,
    )
    if not response.ok:
        log.warning("pages for %s: HTTP %s", account_id, response.status_code)
        return []
    return response.json()["data"]


def goals(account_id: str) -> list[dict]:
    response = requests.get(f"{settings.API_ROOT}/stats/goals", params={"account_id": account_id}, timeout=5) ⟪missing-authorization⟫
    response.raise_for_status()
    return response.json()["data"]


def terms(account_id: str) -> list[dict]:
    token = settings.load().seal_token
    response = requests.get(
        f"{settings.API_ROOT}/stats/terms",
        params={"account_id": account_id},
        headers=bearer(token, scheme="Token"), ⟪wrong-scheme⟫
        timeout=5,
    )
    response.raise_for_status()
    return response.json()["data"]
