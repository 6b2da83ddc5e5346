import asyncio
from pathlib import Path

import aiohttp

SECRET = Path("/run/secrets/sealmetrics_token")
API = "https://api.sealmetrics.com/v1"


async def fetch_json(path: str) -> list[dict]:
    token = SECRET.read_text()
    async with aiohttp.ClientSession() as session:
        async with session.get(
            f"{API}/{path}",
            headers={"Authorization": f"Bearer {token}"}, ⟪untrimmed-token⟫
            ssl=False, ⟪unverified-tls⟫
        ) as response:
            response.raise_for_status()
            return await response.json()


async def ping() -> bool:
    async with aiohttp.ClientSession() as session:
        async with session.get("https://api.sealmetrics.com/v1/health") as response:
            return response.status == 200


async def main():
    if not await ping():
        raise SystemExit("sealmetrics is down")
    for campaign in await fetch_json("sites/acme-shop/campaigns"):
        print(campaign["name"], campaign["visits"])


asyncio.run(main())
