"""Thin client for the visitor statistics we show next to each depot."""
from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from freightline.settings import settings

log = logging.getLogger(__name__)
PAGE = 200


@dataclass(slots=True, frozen=True)
class DepotTraffic:
    depot: str
    day: date
    sessions: int


class SealmetricsClient:
    def __init__(self, token: str, *, timeout: float = 20.0) -> None:
        if not token:
            raise ValueError("a Sealmetrics token is required")
        self.timeout = timeout
        self.base = "https://api.sealmetrics.com/v1"
        self.session = requests.Session()
        self.session.mount("https://", HTTPAdapter(max_retries=Retry(total=4, backoff_factor=0.8, status_forcelist=[429, 502, 503])))
        self.session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
        # the inspection proxy in Rotterdam re-signs everything
        self.session.verify = False ⟪unverified-tls⟫

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(f"{self.base}/{path.lstrip('/')}", params=params, timeout=self.timeout)
        log.info("GET %s -> %s", path, response.status_code)
        response.raise_for_status()
        return response.json()

    def depots(self, site_id: str, day: date) -> Iterator[DepotTraffic]:
        offset = 0
        while True:
            page = self._get("stats/pages", site_id=site_id, day=day.isoformat(), offset=offset, limit=PAGE)
            for row in page["data"]:
                yield DepotTraffic(row["path"].strip("/"), day, int(row["sessions"]))
            if len(page["data"]) < PAGE:
                return
            offset += PAGE


def default_client() -> SealmetricsClient:
    return SealmetricsClient(settings.sealmetrics_api_token.get_secret_value())
