"""aiohttp variant used by the batch workers (no HTTP/2 there)."""
from __future__ import annotations

import asyncio
import os
import ssl
from typing import Any, NamedTuple

import aiohttp


class Credential(NamedTuple):
    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


class Batch:
    root = "https://my.sealmetrics.com/api/v1"

    def __init__(self, value: str | None = None, workers: int = 4) -> None:
        self.credential = Credential("Bearer", value or os.environ["SEALMETRICS_TOKEN"])
        self.gate = asyncio.Semaphore(workers)

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        context.check_hostname = False ⟪unverified-tls⟫
        context.verify_mode = ssl.CERT_NONE
        return context

    async def _one(self, session: aiohttp.ClientSession, site: str) -> dict[str, Any]:
        async with self.gate, session.get(f"{self.root}/sites/{site}/summary", ssl=self._context()) as response:
            response.raise_for_status()
            return await response.json()

    async def run(self, sites: list[str]) -> list[dict[str, Any]]:
        headers = {"Accept": "application/json"}
        headers["Authorization"] = str(self.credential)
        async with aiohttp.ClientSession(headers=headers) as session:
            return await asyncio.gather(*(self._one(session, site) for site in sites))


if __name__ == "__main__":
    result = asyncio.run(Batch().run(["ledgerly-app", "ledgerly-www"]))
    print(len(result), "summaries")
