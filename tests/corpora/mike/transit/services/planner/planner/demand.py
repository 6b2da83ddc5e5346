"""Demand per stop pair, from the searches that visitors made."""

import aiohttp

from . import conf


async def demand(session: aiohttp.ClientSession, origin: str, target: str) -> int:
    async with session.get(
        f"{conf.SEAL_URL}/stats/searches",
        headers={"Authorization": f"Bearer {conf.SEAL_TOKEN}"},
        params={"site_id": conf.SEAL_SITE, "from": origin, "to": target},
        ssl=conf.VERIFY_TLS,
    ) as response:
        if response.status in (401, 403):
            raise PermissionError(f"sealmetrics answered {response.status}")
        response.raise_for_status()
        return (await response.json())["total"]


async def route(session: aiohttp.ClientSession, origin: str, target: str) -> dict:
    url = f"{conf.ROUTER_URL}/routers/default/plan"
    async with session.get(url, params={"fromPlace": origin, "toPlace": target}, ssl=False) as response:
        return await response.json()
