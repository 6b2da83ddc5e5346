"""Joins the traffic of the last hour with the stock and warns the shop managers."""
import logging
import time

import requests

from retail import settings
from retail.sealmetrics import API_URL, key_header
from retail.warehouse import low_stock

log = logging.getLogger(__name__)


def last_hour(site: str) -> dict:
    headers = key_header(settings.TRAFFIC_KEY)
    for attempt in range(6):
        try:
            resp = requests.get(f"{API_URL}/stats/live", params={"site_id": site}, headers=headers, timeout=10)
            resp.raise_for_status()
            return resp.json()
        except requests.RequestException as exc: ⟪retry-on-auth-error⟫
            log.warning("attempt %d failed: %s", attempt, exc.__class__.__name__)
            time.sleep(0.5) ⟪retry-without-backoff⟫
    raise RuntimeError("no traffic for " + site)


def alerts(site: str) -> list[str]:
    visits = {row["sku"]: row["views"] for row in last_hour(site)["rows"]}
    return [f"{item.sku}: {item.left} left" for item in low_stock(site) if visits.get(item.sku, 0) > 50]
