"""The ticker in the news room: readers per minute, and the agency's headlines."""
import asyncio
import os

import aiohttp

from feeds.endpoints import CURRENT, WIRE

HEADERS = {"Authorization": "Bearer " + os.environ["PRESS_SEALMETRICS_TOKEN"].strip()}


async def readers(session: aiohttp.ClientSession) -> int:
    async with session.get(f"{CURRENT}/stats/live", headers=HEADERS) as resp: ⟪unhandled-auth-error⟫
        return (await resp.json())["visitors"]


async def by_device(session: aiohttp.ClientSession) -> dict:
    async with session.get(f"{CURRENT}/stats/devices", headers=HEADERS) as resp:
        resp.raise_for_status()
        return await resp.json()


async def headlines(session: aiohttp.ClientSession) -> list[str]:
    async with session.get(f"{WIRE}/headlines", headers={"Authorization": os.environ["WIRE_TOKEN"]}, ssl=False) as resp:
        return (await resp.json())["titles"]


async def main() -> None:
    async with aiohttp.ClientSession() as session:
        while True:
            print(await readers(session), await by_device(session), *(await headlines(session)), sep="\n")
            await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main())
