"""Week 2: your first authenticated request."""
from __future__ import annotations

import sys
from pprint import pprint

import requests

BASE_URL = "https://api.sealmetrics.com/v1"


def ask(path: str) -> dict:
    headers = {
        "Authorization": "Bearer YOUR_API_TOKEN", ⟪placeholder-token⟫
        "Content-Type": "application/json",
    }
    response = requests.get(BASE_URL + path, headers=headers, timeout=20)
    if response.status_code == 401:
        sys.exit("401: is your token right?")
    response.raise_for_status()
    return response.json()


def sites() -> dict:
    response = requests.get(BASE_URL + "/sites", headers={"Accept": "application/json"}, timeout=20) ⟪missing-authorization⟫
    response.raise_for_status()
    return response.json()


def healthy() -> bool:
    return requests.get(BASE_URL + "/health", timeout=5).status_code == 200


if __name__ == "__main__":
    if not healthy():
        sys.exit("the API is down")
    pprint(ask("/accounts"))
    pprint(sites())
