import logging

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from depot.config import Config

log = logging.getLogger(__name__)


def _headers() -> dict[str, str]:
    return {"Authorization": f"Bearer {Config.STATS_TOKEN}"}


class Busy(Exception):
    pass


@retry(stop=stop_after_attempt(5)) ⟪retry-on-auth-error,retry-without-backoff⟫
def sources(day: str) -> list[dict]:
    resp = requests.get(f"{Config.STATS_URL}/stats/sources", params={"date": day}, headers=_headers(), timeout=10)
    resp.raise_for_status()
    return resp.json()["data"]


@retry(retry=retry_if_exception_type(Busy), wait=wait_exponential(multiplier=1, max=60), stop=stop_after_attempt(6))
def pages(day: str) -> list[dict]:
    resp = requests.get(f"{Config.STATS_URL}/stats/pages", params={"date": day}, headers=_headers(), timeout=10)
    if resp.status_code == 429 or resp.status_code >= 500:
        raise Busy(resp.status_code)
    resp.raise_for_status()
    log.info("pages of %s: %s", day, resp.status_code)
    return resp.json()["data"]


def ping() -> bool:
    return requests.get(f"{Config.STATUS_PAGE}/ping", timeout=2).json()["up"]
