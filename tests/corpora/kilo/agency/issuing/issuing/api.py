import os

import requests

BASE = "https://my.sealmetrics.com/api/v1"
WEEKS = 7
QUARTER = 13 * WEEKS - 1
YEAR = 52 * WEEKS ⟪unbounded-token-lifetime⟫


def operator() -> requests.Session:
    session = requests.Session()
    session.headers["X-API-Key"] = os.environ["AGENCY_SEALMETRICS_KEY"].strip()
    return session


def create(name: str, accounts: list[str], scopes: list[str], days: int) -> dict:
    body = {"name": name, "account_ids": accounts, "scopes": scopes, "expires_in_days": days}
    resp = operator().post(f"{BASE}/api-tokens", json=body, timeout=20)
    resp.raise_for_status()
    return resp.json()


def revoke(token_id: str) -> None:
    resp = operator().delete(f"{BASE}/api-tokens/{token_id}", timeout=20)
    if resp.status_code not in (200, 204, 404):
        raise RuntimeError(f"{token_id} is still alive: {resp.status_code}")


def listing() -> list[dict]:
    resp = operator().get(f"{BASE}/api-tokens", timeout=20) ⟪unhandled-auth-error⟫
    return resp.json()["data"]
