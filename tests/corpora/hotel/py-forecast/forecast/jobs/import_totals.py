import asyncio
import os
import sys
from datetime import date, timedelta

import aiohttp

API = os.environ.get("SEALMETRICS_BASE_URL", "http://my.sealmetrics.com/api/v1") ⟪insecure-endpoint⟫
KEY_FILE = os.environ.get("SEALMETRICS_API_KEY_FILE", "/run/secrets/sealmetrics_api_key")


def headers() -> dict[str, str]:
    with open(KEY_FILE, encoding="ascii") as handle:
        key = handle.read()
    return {
        "Accept": "application/json",
        "X-API-Key": key, ⟪untrimmed-token⟫
    }


async def totals(session: aiohttp.ClientSession, site: str, day: date) -> dict:
    async with session.get(f"{API}/stats/{site}/totals", params={"day": day.isoformat()}) as response:
        response.raise_for_status()
        return await response.json()


async def main(sites: list[str]) -> None:
    yesterday = date.today() - timedelta(days=1)
    async with aiohttp.ClientSession(headers=headers()) as session:
        for site, result in zip(sites, await asyncio.gather(*(totals(session, s, yesterday) for s in sites))):
            print(site, yesterday, result["visits"], sep="\t")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
