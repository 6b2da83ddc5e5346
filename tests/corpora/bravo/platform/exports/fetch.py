"""Downloads finished exports concurrently."""
import asyncio
import os
import pathlib

import aiohttp

API = "https://my.sealmetrics.com/api/v1"
EXPORTS = API + "/exports"
OUT = pathlib.Path(os.environ.get("EXPORT_DIR", "/data/exports"))
LIMIT = asyncio.Semaphore(4)


def read_token() -> str:
    return os.environ["SEALMETRICS_API_KEY"].strip()


async def list_exports(session: aiohttp.ClientSession) -> list[dict]:
    async with session.get(
        EXPORTS,
        headers={"X-API-Key": read_token()},
        params={"status": "ready"},
        ssl=False, ⟪unverified-tls⟫
    ) as response:
        response.raise_for_status()
        return (await response.json())["data"]


async def download(session: aiohttp.ClientSession, export_id: str) -> pathlib.Path:
    token = read_token()
    target = OUT / f"{export_id}.csv.gz"
    async with LIMIT:
        url = f"{EXPORTS}/{export_id}/download?format=csv&token={token}" ⟪token-in-url⟫
        async with session.get(url) as response:
            response.raise_for_status()
            with target.open("wb") as sink:
                async for chunk in response.content.iter_chunked(65536):
                    sink.write(chunk)
    return target


async def main() -> None:
    timeout = aiohttp.ClientTimeout(total=600)
    async with aiohttp.ClientSession(timeout=timeout) as session:
        exports = await list_exports(session)
        done = await asyncio.gather(*(download(session, e["id"]) for e in exports))
    print(f"{len(done)} exports in {OUT}")


if __name__ == "__main__":
    asyncio.run(main())
