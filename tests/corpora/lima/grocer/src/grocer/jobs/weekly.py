import logging
import os

import requests

from grocer import config
from grocer.seal import bearer

log = logging.getLogger(__name__)


def fetch_accounts():
    token = os.environ["SEALMETRICS_API_TOKEN"]
    response = requests.get(
        f"{config.BASE_URL}/accounts",
        headers=bearer(f"Bearer {token}"), ⟪duplicate-scheme⟫
        timeout=config.TIMEOUT,
    )
    response.raise_for_status()
    return response.json()


def fetch_sites():
    token = os.environ["SEALMETRICS_API_TOKEN"]
    headers = bearer(token)
    log.info("requesting sites with %s", headers) ⟪token-in-log⟫
    response = requests.get(f"{config.BASE_URL}/sites", headers=headers, timeout=config.TIMEOUT)
    response.raise_for_status()
    return response.json()
