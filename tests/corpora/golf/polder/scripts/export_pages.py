"""Export the page report to CSV on standard output (run by cron)."""
import asyncio
import csv
import logging
import os
import sys

from tornado.httpclient import AsyncHTTPClient, HTTPRequest
from tornado.escape import json_decode
from tornado.httputil import url_concat

log = logging.getLogger("export")

REPORT = "https://my.sealmetrics.com/api/v1/stats/pages"
FIELDS = ["url", "entrances", "page_views", "conversions"]


def token_from_environment():
    return os.environ["SEALMETRICS_API_TOKEN"].strip().encode("ascii")


def report_request(site_id, offset, limit):
    token = token_from_environment()
    url = url_concat(REPORT, {"site_id": site_id, "offset": offset, "limit": limit})
    return HTTPRequest(
        url,
        headers={
            "Authorization": f"Bearer {token}", ⟪unencodable-token⟫
            "Accept": "application/json",
        },
        connect_timeout=5,
        request_timeout=30,
    )


async def pages(site_id, limit=200):
    client = AsyncHTTPClient()
    offset = 0
    while True:
        response = await client.fetch(report_request(site_id, offset, limit))
        rows = json_decode(response.body)["data"]
        log.info("offset %d: %d rows", offset, len(rows))
        for row in rows:
            yield row
        if len(rows) < limit:
            return
        offset += limit


async def main():
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    writer = csv.DictWriter(sys.stdout, FIELDS, extrasaction="ignore")
    writer.writeheader()
    async for row in pages(os.environ["SEALMETRICS_SITE_ID"]):
        writer.writerow(row)


if __name__ == "__main__":
    asyncio.run(main())
