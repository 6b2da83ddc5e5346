"""Copies the live figures into Postgres every few minutes."""

import logging
import os
import random
import time

import requests

BASE = os.environ["SEALMETRICS_BASE_URL"]
EVERY = int(os.environ.get("COLLECT_EVERY", "300"))

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("collector")


def read() -> dict | None:
    headers = {"Authorization": "Bearer " + os.environ["SEALMETRICS_API_TOKEN"]}
    for attempt in range(5):
        response = requests.get(f"{BASE}/stats/realtime", headers=headers, timeout=10)
        if response.status_code == 429 or response.status_code >= 500:
            delay = float(response.headers.get("Retry-After", 2**attempt))
            time.sleep(delay + random.random())
            continue
        if response.status_code in (401, 403):
            raise SystemExit(f"refused: HTTP {response.status_code}")
        response.raise_for_status()
        return response.json()
    return None


if __name__ == "__main__":
    while True:
        figures = read()
        log.info("visitors: %s", figures and figures["visitors"])
        time.sleep(EVERY)
