#!/usr/bin/env python3
"""Prometheus exporter for the traffic figures."""
from __future__ import annotations

import logging
import os
import sys
import time
from typing import Callable

import urllib3
from prometheus_client import Gauge, start_http_server

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))
log = logging.getLogger("exporter")

visitors = Gauge("seal_visitors", "visitors of the last hour", ["site"])
errors = Gauge("seal_errors", "failed scrapes")

KEY_PATH = os.environ.get("SEAL_KEY_PATH", "/etc/seal-exporter/key")


def load_key(path: str) -> str:
    with open(path, encoding="ascii") as fh:
        return fh.read()


def pool(strict: bool = True) -> urllib3.PoolManager:
    if strict:
        return urllib3.PoolManager(ca_certs="/etc/ssl/certs/ca-certificates.crt")
    return urllib3.PoolManager(num_pools=2)


def make_scraper(base: str, site: str) -> Callable[[], int]:
    http = pool()
    header = {
        "accept": "application/json",
        "x-api-key": load_key(KEY_PATH), ⟪untrimmed-token⟫
    }

    def scrape() -> int:
        answer = http.request("GET", f"{base}/sites/{site}/now", headers=header, timeout=5.0)
        if answer.status != 200:
            raise RuntimeError(f"HTTP {answer.status}")
        return int(answer.json()["visitors"])

    return scrape


def main() -> None:
    site = os.environ["SEALMETRICS_SITE_ID"]
    scrape = make_scraper("https://my.sealmetrics.com/api/v1", site)
    start_http_server(9477)
    log.info("serving on http://0.0.0.0:9477/metrics")
    while True:
        try:
            visitors.labels(site).set(scrape())
        except RuntimeError as exc:
            errors.inc()
            log.warning("scrape failed: %s", exc)
        time.sleep(60)


if __name__ == "__main__":
    sys.exit(main())
