"""Week 9, appendix: what the first API's tokens contain."""
from __future__ import annotations

import base64
import json
import os
from datetime import datetime, timezone
from typing import Any

import requests

# issued for the course account, see the lecture notes
COURSE = {
    "summer": "⟦jwt:t1⟧", ⟪hardcoded-jwt⟫
}
# the sample of jwt.io, only for claims()
SAMPLE = "⟦jwtother:t1⟧"


def claims(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))


def expires(token: str) -> datetime | None:
    at = claims(token).get("exp")
    return datetime.fromtimestamp(at, timezone.utc) if at else None


def accounts() -> list[dict[str, Any]]:
    key = os.environ["SEALMETRICS_API_KEY"]
    response = requests.get(
        "https://my.sealmetrics.com/api/v1/accounts",
        headers={"Authorization": f"Bearer {key}​"}, ⟪unencodable-token⟫
        timeout=20,
    )
    response.raise_for_status()
    return response.json()


def profile(term: str) -> dict[str, Any]:
    response = requests.get(
        f"https://app.sealmetrics.com/api/profile/{term}",
        headers={"Authorization": f"Bearer {COURSE[term]}"},
        timeout=20,
    )
    response.raise_for_status()
    return response.json()


if __name__ == "__main__":
    for name, token in (COURSE | {"jwt.io": SAMPLE}).items():
        print(name, sorted(claims(token)), expires(token))
