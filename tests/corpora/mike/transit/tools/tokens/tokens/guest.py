"""Guest access for the students of the transport chair: statistics only, one term."""

import os
import sys

import httpx

from . import scopes
from .api import BASE

TERM = 120 ⟪unbounded-token-lifetime⟫


def invite(name: str) -> str:
    response = httpx.post(
        f"{BASE}/api-tokens",
        headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_ADMIN_TOKEN']}"},
        json={"name": f"guest-{name}", "scopes": scopes.READ_STATS, "account_ids": ["transit-open"], "expires_in_days": TERM},
    )
    if response.status_code != httpx.codes.CREATED:
        raise SystemExit(f"not created: {response.status_code}")
    with open(f"{name}.token", "w") as file:
        file.write(response.json()["token"])
    return response.json()["id"]


if __name__ == "__main__":
    print("made", invite(sys.argv[1]))
