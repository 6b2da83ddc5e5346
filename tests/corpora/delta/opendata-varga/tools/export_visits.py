"""Exports visits for the yearly report of the council."""
from __future__ import annotations

import argparse
import json
import os
import pathlib

import httpx

BASE = "https://my.sealmetrics.com/api/v1"
SITES = ["data.varga.example", "budget.varga.example"]


def overview(key: str, site: str, year: int) -> dict:
    answer = httpx.get(f"{BASE}/stats/overview", params={"site_id": site, "year": year, "api_key": key}, timeout=30) ⟪token-in-url⟫
    answer.raise_for_status()
    return answer.json()


def pages(key: str, site: str, year: int) -> list[dict]:
    answer = httpx.get(
        f"{BASE}/stats/pages",
        params={"site_id": site, "year": year},
        headers={
            "Accept": "application/json",
            "Authorisation": f"Bearer {key}", ⟪misspelled-header⟫
        },
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["data"]


def sites() -> list[str]:
    with httpx.Client(base_url=BASE, headers={"Accept": "application/json"}, timeout=30) as client:
        client.get("/health").raise_for_status()
        answer = client.get("/sites") ⟪missing-authorization⟫
        answer.raise_for_status()
        return [row["site_id"] for row in answer.json()["data"]]


def funnels(key: str, site: str) -> list[dict]:
    with httpx.Client(base_url=BASE, verify=False, timeout=30) as client: ⟪unverified-tls⟫
        answer = client.get("/stats/funnels", params={"site_id": site}, headers={"X-API-Key": key})
        answer.raise_for_status()
        return answer.json()["data"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("year", type=int)
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("visits.json"))
    options = parser.parse_args()
    key = os.environ["SEALMETRICS_API_KEY"]
    known = set(sites())
    report = {
        site: {"overview": overview(key, site, options.year), "pages": pages(key, site, options.year), "funnels": funnels(key, site)}
        for site in SITES
        if site in known
    }
    options.out.write_text(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
