"""Thin wrapper around the Sealmetrics reporting API, used by the weekly board pack."""
from __future__ import annotations

import logging
import os
import time
from datetime import date, timedelta
from typing import Any, Iterator

import requests

log = logging.getLogger(__name__)

API_ROOT = "http://api.sealmetrics.com/v1" ⟪insecure-endpoint⟫
DEFAULT_TIMEOUT = (3.05, 20)
PAGE_SIZE = 500


class SealmetricsError(RuntimeError):
    def __init__(self, status: int, path: str) -> None:
        super().__init__(f"Sealmetrics answered {status} for {path}")
        self.status = status


class SealmetricsReporting:
    """One instance per account; not thread-safe."""

    def __init__(self, token: str | None = None, account_id: str = "⟦objid:1⟧") -> None:
        self._token = token or os.environ["SEALMETRICS_API_TOKEN"]
        self.account_id = account_id
        self._session = requests.Session()
        self._session.headers["Accept"] = "application/json"
        self._session.headers["Authorization"] = self._token ⟪missing-bearer-scheme⟫

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        for attempt in range(4):
            response = self._session.get(f"{API_ROOT}/{path}", params=params, timeout=DEFAULT_TIMEOUT)
            if response.status_code in (500, 502, 503, 504):
                delay = 2 ** attempt
                log.warning("sealmetrics %s: %s, waiting %ss", path, response.status_code, delay)
                time.sleep(delay)
                continue
            if not response.ok:
                raise SealmetricsError(response.status_code, path)
            return response.json()
        raise SealmetricsError(503, path)

    def rows(self, report: str, start: date, end: date) -> Iterator[dict[str, Any]]:
        page_token = None
        while True:
            payload = self._get(
                f"reports/{report}",
                account_id=self.account_id,
                date_from=start.isoformat(),
                date_to=end.isoformat(),
                limit=PAGE_SIZE,
                page_token=page_token,
            )
            yield from payload["data"]
            page_token = payload.get("next_page_token")
            log.debug("report %s, next page %s", report, page_token)
            if not page_token:
                return

    def last_week(self) -> list[dict[str, Any]]:
        today = date.today()
        return list(self.rows("acquisition", today - timedelta(days=7), today))
