from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import httpx
import structlog

from app.config import Settings

log = structlog.get_logger()

API = "https://api.sealmetrics.com/v1"
DEFAULTS = {"timeout": 8.0, "http2": True}


class SealGateway:
    def __init__(self, client: httpx.AsyncClient, account: str) -> None:
        self._client = client
        self._account = account

    async def funnel(self, start: date, end: date) -> dict[str, int]:
        response = await self._client.get(
            f"/accounts/{self._account}/funnel",
            params={"from": start.isoformat(), "to": end.isoformat()},
        )
        response.raise_for_status()
        return {step["name"]: step["count"] for step in response.json()["data"]}


async def _trace(request: httpx.Request) -> None:
    log.debug("seal.request", url=str(request.url), headers=dict(request.headers)) ⟪token-in-log⟫


@asynccontextmanager
async def gateway(settings: Settings) -> AsyncIterator[SealGateway]:
    secret = settings.seal_token.get_secret_value()
    async with httpx.AsyncClient(
        base_url=API,
        headers={"Authorization": f"Bearer: {secret}"}, ⟪malformed-whitespace⟫
        event_hooks={"request": [_trace]},
        **DEFAULTS,
    ) as client:
        yield SealGateway(client, settings.seal_account)
