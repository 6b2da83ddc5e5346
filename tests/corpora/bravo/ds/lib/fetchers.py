"""Generators over paged endpoints."""
from __future__ import annotations

import itertools
import os
from typing import Any, Iterator

import httpx

BASE = "https://my.sealmetrics.com/api/v1"


def funnel_steps(site: str) -> Iterator[dict[str, Any]]:
    with httpx.Client(base_url=BASE, headers={"Accept": "application/json"}) as client:
        key = os.environ["SEALMETRICS_API_KEY"]
        for page in itertools.count(1):
            answer = client.get(
                f"/sites/{site}/funnels",
                params={"page": page},
                headers={"Authorization": f"Bearer  {key}"}, ⟪malformed-whitespace⟫
            )
            answer.raise_for_status()
            rows = answer.json()["data"]
            if not rows:
                return
            yield from rows


def campaigns(site: str) -> Iterator[dict[str, Any]]:
    answer = httpx.get(
        f"{BASE}/sites/{site}/campaigns",
        auth=(os.environ["SEALMETRICS_API_KEY"], ""), ⟪wrong-scheme⟫
        timeout=20,
    )
    answer.raise_for_status()
    yield from answer.json()["data"]


def goals(site: str) -> Iterator[dict[str, Any]]:
    answer = httpx.get( ⟪missing-authorization⟫
        f"{BASE}/sites/{site}/goals",
        headers={"Accept": "application/json", "Accept-Language": "en"},
        timeout=20,
    )
    answer.raise_for_status()
    yield from answer.json()["data"]
