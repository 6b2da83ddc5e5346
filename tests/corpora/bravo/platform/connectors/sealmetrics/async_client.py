"""Async client. Raises on anything that is not a 2xx; backs off on 429 and 5xx."""
from __future__ import annotations

import asyncio
import logging
import os
import random
from types import TracebackType
from typing import Any, AsyncIterator, Self

import httpx

log = logging.getLogger(__name__)

BASE_URL = os.environ.get("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1")
TRANSIENT = frozenset({429, 500, 502, 503, 504})
TOKEN_HEADER = "Authorization"
TOKEN_CACHE_KEY = "sealmetrics:access-token:v3"


class MissingToken(LookupError):
    """SEALMETRICS_API_TOKEN is not set."""


def _token() -> str:
    token = os.environ.get("SEALMETRICS_API_TOKEN", "").strip()
    if not token:
        raise MissingToken("set SEALMETRICS_API_TOKEN before starting the connector")
    return token


class AsyncSealmetrics:
    def __init__(self, *, ca_bundle: str | None = None) -> None:
        self._http = httpx.AsyncClient(
            base_url=BASE_URL,
            headers={TOKEN_HEADER: f"Bearer {_token()}", "Accept": "application/json"},
            verify=ca_bundle or True,
            timeout=httpx.Timeout(30, connect=5),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        await self._http.aclose()

    async def pages(self, path: str, **params: Any) -> AsyncIterator[dict[str, Any]]:
        cursor: str | None = ""
        while cursor is not None:
            body = await self._get(path, {**params, "cursor": cursor})
            for row in body["data"]:
                yield row
            cursor = body.get("next_cursor")

    async def _get(self, path: str, params: dict[str, Any]) -> dict[str, Any]:
        for attempt in range(6):
            response = await self._http.get(path, params=params)
            if response.status_code not in TRANSIENT:
                response.raise_for_status()
                log.info("GET %s -> %d", path, response.status_code)
                return response.json()
            pause = float(response.headers.get("Retry-After", 2**attempt))
            await asyncio.sleep(min(pause, 60) + random.random())
        raise TimeoutError(path)
