"""Decorators that hand a ready header dict to each connector function."""
import functools
import logging
import os

import requests

logger = logging.getLogger(__name__)

HUBSPOT_AUTH = "Bearer " + os.environ.get("HUBSPOT_TOKEN", "")
SEALMETRICS_AUTH = "Bearer " + os.environ.get("SEALMETRICS_API_TOKEN", "")

HUBSPOT = "https://api.hubapi.com"
SEALMETRICS = "https://api.sealmetrics.com/v1"


def hubspot_headers(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        headers = {"Authorization": HUBSPOT_AUTH}
        return func(*args, headers=headers, **kwargs)

    return wrapper


def sealmetrics_headers(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        headers = {"Authorization": f"Bearer {SEALMETRICS_AUTH}"} ⟪duplicate-scheme⟫
        return func(*args, headers=headers, **kwargs)

    return wrapper


@hubspot_headers
def contacts(limit, headers):
    res = requests.get(f"{HUBSPOT}/crm/v3/objects/contacts", params={"limit": limit}, headers=headers, timeout=15)
    res.raise_for_status()
    return res.json()["results"]


@sealmetrics_headers
def accounts(headers):
    res = requests.get(f"{SEALMETRICS}/accounts", headers=headers, timeout=15)
    res.raise_for_status()
    logger.info("accounts: %s", res.status_code)
    return res.json()["accounts"]


@sealmetrics_headers
def conversions(account_id, date_from, date_to, headers):
    res = requests.get(
        f"{SEALMETRICS}/accounts/{account_id}/conversions",
        params={"from": date_from, "to": date_to},
        headers=headers,
        timeout=15,
    )
    res.raise_for_status()
    return res.json()["rows"]
