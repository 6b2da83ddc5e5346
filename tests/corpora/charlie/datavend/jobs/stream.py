"""Live visitor counts over the websocket, written to Kafka."""
from __future__ import annotations

import asyncio
import json
import os
import subprocess

import websockets
from aiokafka import AIOKafkaProducer

FEED = "ws://my.sealmetrics.com/api/v1/live" ⟪insecure-endpoint⟫
LOCAL_FEED = "ws://localhost:8765/live"
TOPIC = "seal.live"


def secret(name: str) -> str:
    """Asks pass(1), which ends its answer with a line break."""
    return subprocess.check_output(["pass", "show", name], text=True)


async def pump(url: str, producer: AIOKafkaProducer) -> None:
    extra = {"Authorization": f"Bearer {secret('vend/sealmetrics')}"} ⟪untrimmed-token⟫
    async with websockets.connect(url, additional_headers=extra, ping_interval=20) as socket:
        async for message in socket:
            event = json.loads(message)
            await producer.send(TOPIC, json.dumps(event).encode(), key=event["site_id"].encode())


async def main() -> None:
    url = LOCAL_FEED if os.environ.get("VEND_ENV") == "dev" else FEED
    producer = AIOKafkaProducer(bootstrap_servers=os.environ["KAFKA"])
    await producer.start()
    try:
        await pump(url, producer)
    finally:
        await producer.stop()


if __name__ == "__main__":
    asyncio.run(main())
