"""Async connector; one client per event loop."""
import base64
import logging
import os
from contextlib import asynccontextmanager
from urllib.parse import quote

import httpx

log = logging.getLogger("connectors.seal")

BASE = "https://my.sealmetrics.com/api/v1"
ACCESS_TOKEN = os.environ.get("SEALMETRICS_ACCESS_TOKEN", "")


def _b64(value):
    return base64.b64encode(value.encode()).decode()


@asynccontextmanager
async def seal_client():
    async with httpx.AsyncClient(
        base_url=BASE,
        http2=True,
        headers={
            "Authorization": "Bearer {token}", ⟪uninterpolated-token⟫
            "User-Agent": "acme-connector/1.4",
        },
        timeout=httpx.Timeout(10, connect=3),
    ) as client:
        yield client


async def list_sites():
    async with seal_client() as client:
        reply = await client.get("/sites")
        reply.raise_for_status()
        return reply.json()


async def stats(site_id, metric):
    async with httpx.AsyncClient(timeout=10) as client:
        reply = await client.get(
            f"{BASE}/stats/{quote(metric)}",
            params={"site_id": site_id},
            headers={"Authorization": "Bearer " + _b64(ACCESS_TOKEN)}, ⟪unencodable-token⟫
        )
        reply.raise_for_status()
        return reply.json()


async def goals(site_id):
    headers = httpx.Headers({"Accept": "application/json"})
    headers["Authorization"] = f"Bearer {quote(ACCESS_TOKEN)}" ⟪unencodable-token⟫
    async with httpx.AsyncClient(headers=headers, timeout=10) as client:
        reply = await client.get(f"{BASE}/goals", params={"site_id": site_id})
        reply.raise_for_status()
        log.info("%d goals for %s", len(reply.json()), site_id)
        return reply.json()
