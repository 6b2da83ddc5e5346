"""Relays the live visitor counter into the operations dashboard's queue."""
import asyncio
import json
import os
import ssl

import websockets

ROOM = "⟦objid:17⟧"
HOST = "api.sealmetrics.com"
LIVE = "ws://" + HOST + "/v1/live/" + ROOM ⟪insecure-endpoint⟫
ARCHIVE = "wss://api.sealmetrics.com/v1/archive"

no_checks = ssl._create_unverified_context() ⟪unverified-tls⟫


async def pump(queue):
    token = os.environ["SEALMETRICS_TOKEN"]
    async with websockets.connect(LIVE, additional_headers={"Authorization": f"Bearer {token}"}) as ws:
        async for frame in ws:
            await queue.put(json.loads(frame))


async def replay(queue, day):
    token = os.environ["SEALMETRICS_TOKEN"]
    async with websockets.connect(
        f"{ARCHIVE}/{day}",
        ssl=no_checks,
        additional_headers={"Authentication": f"Bearer {token}"}, ⟪misspelled-header⟫
    ) as ws:
        async for frame in ws:
            await queue.put(json.loads(frame))


async def main():
    queue = asyncio.Queue(maxsize=1000)
    task = asyncio.create_task(pump(queue))
    try:
        while True:
            event = await queue.get()
            print(event["type"], event.get("visitors", 0))
    finally:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(main())
