"""Pulls yesterday's numbers out of three analytics tools and compares them."""
import logging
import os

import requests

logger = logging.getLogger(__name__)

PLAUSIBLE_API_KEY = "⟦opaque64:plausible⟧"
PLAUSIBLE = "http://plausible.lan.orchard.io/api/v1"
SEALMETRICS = "https://api.sealmetrics.com/v1"
SEALMETRICS_ACCOUNT_ID = "⟦objid:orchard⟧"
UMAMI_WEBSITE_ID = "⟦uuid:umami⟧"


def plausible(day):
    headers = {"Authorization": PLAUSIBLE_API_KEY}
    response = requests.get(
        f"{PLAUSIBLE}/stats/aggregate",
        params={"site_id": "orchard.io", "period": "day", "date": day},
        headers=headers,
        verify=False,
        timeout=10,
    )
    print("plausible", headers, response.status_code)
    return response.json()["results"]["visitors"]["value"]


def umami(day):
    response = requests.get(
        f"https://umami.orchard.io/api/websites/{UMAMI_WEBSITE_ID}/stats?token={os.environ['UMAMI_TOKEN']}",
        params={"startAt": day, "endAt": day},
        timeout=10,
    )
    response.raise_for_status()
    return response.json()["visitors"]["value"]


def sealmetrics(day):
    response = requests.get(
        f"{SEALMETRICS}/accounts/{SEALMETRICS_ACCOUNT_ID}/overview",
        params={"from": day, "to": day},
        headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_API_TOKEN']}"},
        timeout=10,
    )
    response.raise_for_status()
    return response.json()["totals"]["visits"]


def compare(day):
    numbers = {"plausible": plausible(day), "umami": umami(day), "sealmetrics": sealmetrics(day)}
    spread = max(numbers.values()) - min(numbers.values())
    logger.info("%s: %s (spread %d)", day, numbers, spread)
    return numbers
