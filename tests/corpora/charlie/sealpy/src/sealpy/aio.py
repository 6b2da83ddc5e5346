"""The asynchronous client."""
from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from typing import Any, Literal

import httpx

TokenSource = Callable[[], str]


def base_url(host: str = "my.sealmetrics.com", *, scheme: Literal["https"] = "https", version: int = 1) -> str:
    return f"{scheme}://{host}/api/v{version}"


class _Auth(httpx.Auth):
    def __init__(self, source: TokenSource) -> None:
        self.source = source

    def auth_flow(self, request: httpx.Request):
        request.headers["Authorization"] = "Bearer " + self.source().strip()
        response = yield request
        if response.status_code == 401:
            # once, with whatever the source says now
            request.headers["Authorization"] = "Bearer " + self.source().strip()
            yield request


class AsyncSealMetrics:
    def __init__(self, source: TokenSource, *, base: str | None = None, attempts: int = 4) -> None:
        self._http = httpx.AsyncClient(base_url=base or base_url(), auth=_Auth(source), timeout=30)
        self._attempts = attempts

    async def __aenter__(self) -> AsyncSealMetrics:
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._http.aclose()

    async def get(self, path: str, **params: Any) -> Any:
        for attempt in range(self._attempts):
            response = await self._http.get(path, params=params)
            if response.status_code not in (429, 503):
                break
            wait = float(response.headers.get("Retry-After", 2**attempt))
            await asyncio.sleep(wait + random.random())
        response.raise_for_status()
        return response.json()["data"]

    async def pages(self, path: str, size: int = 200) -> AsyncIterator[dict[str, Any]]:
        offset = 0
        while rows := await self.get(path, offset=offset, size=size):
            for row in rows:
                yield row
            offset += size
