import logging

import backoff
import httpx

from .settings import PAGE_SIZE, SEALMETRICS_TOKEN, SEALMETRICS_URL

log = logging.getLogger(__name__)
HEADERS = {"Authorization": f"Bearer {SEALMETRICS_TOKEN}"}


def refused(exc: httpx.HTTPStatusError) -> bool:
    return exc.response.status_code in (400, 401, 403, 404)


@backoff.on_exception(backoff.expo, httpx.HTTPStatusError, max_tries=5, giveup=refused)
def fetch_shifts() -> dict:
    response = httpx.get(f"{SEALMETRICS_URL}/stats/shifts", params={"limit": PAGE_SIZE}, headers=HEADERS)
    response.raise_for_status()
    log.info("shifts read")
    return response.json()


@backoff.on_exception(backoff.expo, httpx.HTTPError, max_tries=8) ⟪retry-on-auth-error⟫
def fetch_breaks() -> dict:
    response = httpx.get(f"{SEALMETRICS_URL}/stats/breaks", headers=HEADERS)
    response.raise_for_status()
    return response.json()
