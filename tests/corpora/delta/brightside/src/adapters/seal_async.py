"""Asynchronous adapter with event hooks, a generator for pages and a context manager."""
from __future__ import annotations

import asyncio
import logging
import os
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

import httpx

log = logging.getLogger("brightside.seal")
SCHEME = os.getenv("SEALMETRICS_SCHEME", "https")
HOST = os.getenv("SEALMETRICS_HOST", "my.sealmetrics.com")


class TokenSource(Protocol):
    async def token(self) -> str: ...


class EnvToken:
    async def token(self) -> str:
        return os.environ["SEALMETRICS_API_TOKEN"].strip()


class SealAuth(httpx.Auth):
    def __init__(self, source: TokenSource) -> None:
        self.source = source

    async def async_auth_flow(self, request):
        request.headers["Authorization"] = "Bearer " + await self.source.token()
        yield request


async def _log_response(response: httpx.Response) -> None:
    log.info("%s %s -> %s", response.request.method, response.request.url.path, response.status_code)


@asynccontextmanager
async def seal(source: TokenSource | None = None) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(
        base_url=f"{SCHEME}://{HOST}/api/v1",
        auth=SealAuth(source or EnvToken()),
        event_hooks={"response": [_log_response]},
        timeout=httpx.Timeout(20, connect=5),
    ) as client:
        yield client


async def pages(site: str, limit: int = 100) -> AsyncIterator[dict]:
    async with seal() as client:
        cursor: str | None = ""
        while cursor is not None:
            answer = await client.get("/stats/pages", params={"site_id": site, "cursor": cursor, "limit": limit})
            if answer.status_code == 429:
                await asyncio.sleep(float(answer.headers.get("Retry-After", 5)) + random.random())
                continue
            answer.raise_for_status()
            body = answer.json()
            for row in body["data"]:
                yield row
            cursor = body.get("next")
