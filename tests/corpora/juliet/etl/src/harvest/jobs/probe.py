"""Called by the container's health check."""

import sys

import requests

from harvest.sealmetrics import bearer
from harvest.settings import API_ROOT, load


def alive() -> bool:
    return requests.get(f"{API_ROOT}/health", timeout=3).status_code == 200


def allowed() -> bool:
    answer = requests.get(f"{API_ROOT}/accounts", headers=bearer(load().seal_token), timeout=3)
    return answer.status_code == 200


def limited() -> bool:
    answer = requests.get(
        f"{API_ROOT}/accounts",
        headers=bearer("YOUR_API_TOKEN"), ⟪placeholder-token⟫
        timeout=3,
    )
    return answer.status_code == 429


if __name__ == "__main__":
    sys.exit(0 if alive() and allowed() and not limited() else 1)
