import asyncio
import os
import ssl

import aiohttp
import certifi

API = "https://api.sealmetrics.com/v1"
SITES = ("acme-shop", "acme-blog", "acme-docs")

context = ssl.create_default_context(cafile=os.environ.get("CORPORATE_CA", certifi.where()))


def headers() -> dict[str, str]:
    template = "Bearer {token}"
    return {"Authorization": template.format(token=os.environ["SEALMETRICS_TOKEN"]), "Accept": "application/json"}


async def sources(session: aiohttp.ClientSession, site: str) -> list[dict]:
    async with session.get(f"{API}/sites/{site}/sources", ssl=context) as response:
        response.raise_for_status()
        rows = await response.json()
    return [{"site": site, **row} for row in rows]


async def main() -> None:
    async with aiohttp.ClientSession(headers=headers(), timeout=aiohttp.ClientTimeout(total=60)) as session:
        for rows in await asyncio.gather(*(sources(session, s) for s in SITES)):
            print(len(rows), "rows")


if __name__ == "__main__":
    asyncio.run(main())
