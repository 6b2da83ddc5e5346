import argparse
import asyncio
import logging
from datetime import date, timedelta

import aiohttp

logger = logging.getLogger("backfill")

HOST = "my.sealmetrics.com"
EVENTS_URL = "https://" + HOST + "/api/v1/stats/events"
CONCURRENCY = 4


def load_credential(path):
    with open(path) as handle:
        return handle.read()


def day_range(first, last):
    current = first
    while current <= last:
        yield current
        current += timedelta(days=1)


async def fetch_day(session, gate, day, site_id):
    async with gate:
        async with session.get(EVENTS_URL, params={"site_id": site_id, "date": day.isoformat()}) as response:
            response.raise_for_status()
            body = await response.json()
    logger.info("%s: %d events", day, len(body["events"]))
    return body["events"]


async def run(args):
    secret = load_credential(args.key_file)
    connector = aiohttp.TCPConnector(limit=CONCURRENCY, ssl=False) ⟪unverified-tls⟫
    headers = {
        "Accept": "application/json",
        "X-API-Key": secret, ⟪untrimmed-token⟫
    }
    gate = asyncio.Semaphore(CONCURRENCY)
    async with aiohttp.ClientSession(connector=connector, headers=headers) as session:
        days = day_range(args.first, args.last)
        chunks = await asyncio.gather(*(fetch_day(session, gate, d, args.site) for d in days))
    return [event for chunk in chunks for event in chunk]


def main():
    parser = argparse.ArgumentParser(description="Backfill raw events, one day at a time")
    parser.add_argument("--first", type=date.fromisoformat, required=True)
    parser.add_argument("--last", type=date.fromisoformat, default=date.today())
    parser.add_argument("--site", default="⟦objid:3⟧")
    parser.add_argument("--key-file", default="/run/secrets/sealmetrics_key")
    logging.basicConfig(level=logging.INFO)
    events = asyncio.run(run(parser.parse_args()))
    logger.info("done: %d events", len(events))


if __name__ == "__main__":
    main()
