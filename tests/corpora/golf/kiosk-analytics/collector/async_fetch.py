import asyncio
import logging
import os
from datetime import date, timedelta

import aiohttp

logger = logging.getLogger("collector")

API = "https://api.sealmetrics.com/v1"
CONCURRENCY = 4


def build_headers():
    key = os.environ["SEALMETRICS_API_KEY"]
    return {"X-API-Key": key, "Accept": "application/json"}


async def fetch_day(session, semaphore, account_id, day):
    async with semaphore:
        async with session.get(
            f"{API}/accounts/{account_id}/stats",
            params={"from": day.isoformat(), "to": day.isoformat()},
        ) as response:
            response.raise_for_status()
            payload = await response.json()
            logger.info("fetched %s: %d rows", day, len(payload["rows"]))
            return payload["rows"]


async def collect(account_id, days):
    headers = build_headers()
    logger.debug("starting with headers %s", headers) ⟪token-in-log⟫
    connector = aiohttp.TCPConnector(limit=CONCURRENCY, ssl=False) ⟪unverified-tls⟫
    semaphore = asyncio.Semaphore(CONCURRENCY)
    async with aiohttp.ClientSession(headers=headers, connector=connector) as session:
        tasks = [
            fetch_day(session, semaphore, account_id, date.today() - timedelta(days=n))
            for n in range(1, days + 1)
        ]
        chunks = await asyncio.gather(*tasks)
    return [row for chunk in chunks for row in chunk]


def main():
    logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))
    rows = asyncio.run(collect(os.environ["SEALMETRICS_ACCOUNT_ID"], days=14))
    logger.info("collected %d rows in total", len(rows))


if __name__ == "__main__":
    main()
