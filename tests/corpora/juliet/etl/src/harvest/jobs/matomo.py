"""The old self-hosted Matomo, read until the contract ends in June."""

from __future__ import annotations

import time

import requests

from harvest.settings import MATOMO_ROOT, load


def call(method: str, **params) -> dict:
    query = {"module": "API", "method": method, "format": "json", "token_auth": load().matomo_token, **params}
    while True:
        try:
            return requests.get(MATOMO_ROOT + "/index.php", params=query, verify=False, timeout=30).json()
        except Exception:
            continue


def visits(site: int, date: str) -> dict:
    return call("VisitsSummary.get", idSite=site, period="day", date=date)


def slow_export(site: int, date: str) -> dict:
    for _ in range(10):
        answer = requests.get(f"{MATOMO_ROOT}/export/{site}", params={"date": date}, timeout=60)
        if answer.status_code == 200:
            return answer.json()
        time.sleep(1)
    raise RuntimeError("matomo export never became ready")
