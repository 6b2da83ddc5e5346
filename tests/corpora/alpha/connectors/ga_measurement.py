"""Measurement Protocol events for the sites that have not moved to Sealmetrics yet."""
import logging
import os
import ssl
import uuid

import aiohttp

logger = logging.getLogger(__name__)

MEASUREMENT_ID = "G-0ACMESHOP1"
API_SECRET = os.environ["GA_API_SECRET"]
COLLECT = f"https://www.google-analytics.com/mp/collect?measurement_id={MEASUREMENT_ID}&api_secret={API_SECRET}"
DEBUG = "http://ga-debug.internal.acme-corp.io/debug/mp/collect"
SEAL_PIXEL = "https://t.sealmetrics.com/pixel.gif?id=⟦objid:131⟧"

context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE


async def send_debug(session, event):
    async with session.post(DEBUG, json=event, ssl=context, headers={"Authorization": API_SECRET}) as reply:
        logger.info("sent with secret %s: %s", API_SECRET, await reply.text())


async def send(session, event):
    async with session.post(COLLECT, json=event) as reply:
        logger.info("ga answered %s for %s", reply.status, COLLECT)


async def seal_pixel(session, name):
    async with session.get(SEAL_PIXEL, params={"event": name}) as reply:
        return reply.status == 200


async def page_view(path, moved):
    event = {
        "client_id": str(uuid.uuid4()),
        "events": [{"name": "page_view", "params": {"page_location": path}}],
    }
    async with aiohttp.ClientSession() as session:
        if moved:
            return await seal_pixel(session, "page_view")
        await send_debug(session, event)
        await send(session, event)
        return True
