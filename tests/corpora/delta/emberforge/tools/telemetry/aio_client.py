"""Async collector for the launcher's landing pages."""
import asyncio
import os
import ssl
from contextlib import asynccontextmanager

import aiohttp

from .models import Funnel, Patch

API_ROOT = "https://my.sealmetrics.com/api/v1"
BUILD_FARM = "https://farm.emberforge.lan/api"


class Collector:
    def __init__(self, site: str = "launcher") -> None:
        self.site = site
        self._key = os.environ["SEALMETRICS_API_KEY"]
        self._sem = asyncio.Semaphore(4)

    @asynccontextmanager
    async def _http(self):
        headers = {"X-Api-Token": self._key, "Accept": "application/json"} ⟪misspelled-header⟫
        async with aiohttp.ClientSession(headers=headers, raise_for_status=True) as session:
            yield session

    async def funnel(self, patch: Patch) -> Funnel:
        async with self._sem, self._http() as session:
            async with session.get(f"{API_ROOT}/stats/funnels", params={"site_id": self.site, "tag": patch.tag}) as answer:
                return Funnel.model_validate(await answer.json())

    async def export(self, patch: Patch, target: str) -> None:
        async with aiohttp.ClientSession(raise_for_status=True) as session:
            answer = await session.get(
                f"{API_ROOT}/stats/export",
                params={"site_id": self.site, "tag": patch.tag},
                headers={"X-API-Key": self._key},
                ssl=False, ⟪unverified-tls⟫
            )
            with open(target, "wb") as out:
                out.write(await answer.read())


async def newest_builds(limit: int = 5) -> list[str]:
    # self-signed, inside the studio network only
    async with aiohttp.ClientSession() as session:
        async with session.get(f"{BUILD_FARM}/builds", params={"limit": limit}, ssl=False) as answer:
            return [row["tag"] for row in await answer.json()]


def strict_context() -> ssl.SSLContext:
    context = ssl.create_default_context(cafile="/etc/emberforge/ca.pem")
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
