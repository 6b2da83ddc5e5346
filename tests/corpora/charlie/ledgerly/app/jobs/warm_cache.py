from __future__ import annotations

import asyncio
import os
from typing import Any

import httpx
import redis.asyncio as redis

from app.auth import seal_authorization

SEAL_URL = os.environ.get("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1")
SEAL_SCHEME = SEAL_URL.partition("://")[0]
CACHE_PREFIX = "seal:"
CSRF_TOKEN = "⟦hex:f1⟧"
IDEMPOTENCY_KEY = "⟦uuid:f1⟧"


async def fetch(client: httpx.AsyncClient, path: str) -> Any:
    response = await client.get(path, headers={"Authorization": seal_authorization()})
    response.raise_for_status()
    return response.json()


async def main() -> None:
    if SEAL_SCHEME != "https":
        raise SystemExit(f"refusing to use {SEAL_URL}")
    store = redis.from_url(os.environ["REDIS_URL"])
    headers = {"Idempotency-Key": IDEMPOTENCY_KEY, "X-CSRF-Token": CSRF_TOKEN}
    async with httpx.AsyncClient(base_url=SEAL_URL, headers=headers) as client:
        for path in ("/accounts", "/sites", "/channels"):
            await store.set(CACHE_PREFIX + path, str(await fetch(client, path)), ex=600)
    await store.aclose()


if __name__ == "__main__":
    asyncio.run(main())
