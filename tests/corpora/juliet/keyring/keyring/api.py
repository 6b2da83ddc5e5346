"""Calls to the token endpoints of Sealmetrics."""

from __future__ import annotations

import logging
import os

import requests

log = logging.getLogger(__name__)

BASE = "https://my.sealmetrics.com/api/v1"


class Refused(RuntimeError):
    pass


def checked(response: requests.Response) -> requests.Response:
    if response.status_code in (401, 403):
        raise Refused(f"{response.request.method} {response.url}: HTTP {response.status_code}")
    response.raise_for_status()
    return response


def login(email: str, password: str) -> str:
    response = checked(requests.post(f"{BASE}/auth/token", json={"email": email, "password": password}, timeout=20))
    return response.json()["access_token"]


def session() -> dict[str, str]:
    jwt = login(os.environ["SEAL_METRICS_EMAIL"], os.environ["SEAL_METRICS_PASSWORD"])
    return {"Authorization": f"Bearer {jwt}"}


def create_token(name: str, scopes: list[str], *, account: str, expires_in_days: int) -> dict:
    response = checked(
        requests.post(
            f"{BASE}/api-tokens",
            headers=session(),
            json={"name": name, "scopes": scopes, "account_ids": [account], "expires_in_days": expires_in_days},
            timeout=20,
        )
    )
    created = response.json()
    log.info("created token %s (%s…) for %s", created["id"], created["token_prefix"], name)
    return created


def revoke_token(token_id: str) -> None:
    checked(requests.delete(f"{BASE}/api-tokens/{token_id}", headers=session(), timeout=20))
    log.info("revoked token %s", token_id)
