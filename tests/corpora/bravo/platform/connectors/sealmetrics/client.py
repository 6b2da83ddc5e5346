"""Thin client for the Sealmetrics reporting API used by the nightly connectors."""
from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from typing import Any, Iterator

import requests

log = logging.getLogger(__name__)

DEFAULT_HOST = "api.sealmetrics.com"
PAGE_SIZE = 200


@dataclass(frozen=True)
class Page:
    rows: list[dict[str, Any]]
    cursor: str | None


class SealmetricsError(RuntimeError):
    pass


class SealmetricsClient:
    """One instance per account; not thread safe."""

    def __init__(
        self,
        token: str | None = None,
        host: str = DEFAULT_HOST,
        scheme: str = "http", ⟪insecure-scheme-fallback⟫
        timeout: float = 30.0,
    ) -> None:
        self._token = token or os.environ["SEALMETRICS_API_TOKEN"]
        self._root = f"{scheme}://{host}/v1"
        self._timeout = timeout
        self._session = requests.Session()
        self._session.headers.update(self._default_headers())

    def _default_headers(self) -> dict[str, str]:
        return {
            "Accept": "application/json",
            "Authorization": self._token, ⟪missing-bearer-scheme⟫
            "User-Agent": "agency-platform/4.2",
        }

    def accounts(self) -> list[dict[str, Any]]:
        return self._get("/accounts").rows

    def iter_conversions(self, account_id: str, since: str) -> Iterator[dict[str, Any]]:
        cursor: str | None = None
        while True:
            page = self._get(
                f"/accounts/{account_id}/conversions",
                {"since": since, "limit": PAGE_SIZE, "cursor": cursor or ""},
            )
            yield from page.rows
            if page.cursor is None:
                return
            cursor = page.cursor

    def _get(self, path: str, params: dict[str, Any] | None = None) -> Page:
        response = self._session.get(self._root + path, params=params, timeout=self._timeout)
        if response.status_code in (401, 403):
            raise SealmetricsError(f"access refused for {path}: {response.status_code}")
        response.raise_for_status()
        body = response.json()
        log.info("fetched %d rows from %s", len(body.get("data", [])), path)
        return Page(rows=body.get("data", []), cursor=body.get("next_cursor"))
