import asyncio
import logging
import os

import aiohttp

log = logging.getLogger("importer")
URL = "https://my.sealmetrics.com/api/v1/stats"


async def main():
    headers = {"Authorization": f"Bearer {os.environ['SEALMETRICS_API_TOKEN']}"}
    async with aiohttp.ClientSession(headers=headers, raise_for_status=True) as session:
        async with session.get(URL) as response:
            rows = (await response.json())["rows"]
    log.info("%d rows", len(rows))


asyncio.run(main())
