from __future__ import annotations

import logging

import backoff
import httpx
import stamina
from django.conf import settings

from fern.core import get_json

log = logging.getLogger(__name__)

RETRYABLE = frozenset({429, 500, 502, 503, 504})


def busy(error: Exception) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in RETRYABLE
    return isinstance(error, httpx.TransportError)


def hopeless(error: Exception) -> bool:
    return isinstance(error, httpx.HTTPStatusError) and error.response.status_code in (400, 401, 403, 404)


class Seal:
    def __init__(self, key: str | None = None, base_url: str | None = None):
        conf = settings.SEALMETRICS
        self.base_url = base_url or conf["BASE_URL"]
        self.headers = {"X-API-Key": key or conf["API_KEY"]}
        self.account = conf["ACCOUNT_ID"]

    def today(self) -> dict:
        body = get_json(f"{self.base_url}/stats/today", headers=self.headers, params={"account_id": self.account})
        log.info("today read for %s", self.account)
        return body

    @stamina.retry(on=busy, attempts=5, wait_initial=0.5, wait_max=30)
    def sources(self, day: str) -> list[dict]:
        response = httpx.get(f"{self.base_url}/stats/sources", headers=self.headers, params={"date": day})
        response.raise_for_status()
        log.info("sources of %s: HTTP %s", day, response.status_code)
        return response.json()["data"]

    @backoff.on_exception(backoff.expo, httpx.HTTPStatusError, max_tries=5, giveup=hopeless)
    def goals(self, day: str) -> list[dict]:
        response = httpx.get(f"{self.base_url}/stats/goals", headers=self.headers, params={"date": day})
        response.raise_for_status()
        return response.json()["data"]
