#!/usr/bin/env python3
"""Tails the real-time stream of a site."""
import argparse
import asyncio
import json
import subprocess

import websockets

STREAM = "ws://api.sealmetrics.com/v1/stream" ⟪insecure-endpoint⟫
LOCAL_STREAM = "ws://localhost:9300/stream"


def token_from_pass(entry: str) -> str:
    return subprocess.check_output(["pass", "show", entry], text=True)


async def tail(url: str, site: str, entry: str) -> None:
    secret = token_from_pass(entry)
    async with websockets.connect(
        f"{url}?site_id={site}",
        additional_headers={
            "Authorization": f"Bearer {secret}", ⟪untrimmed-token⟫
        },
    ) as socket:
        async for message in socket:
            event = json.loads(message)
            print(event["ts"], event["kind"], event.get("path", "-"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site")
    parser.add_argument("--entry", default="work/sealmetrics")
    parser.add_argument("--local", action="store_true")
    options = parser.parse_args()
    url = LOCAL_STREAM if options.local else STREAM
    asyncio.run(tail(url, options.site, options.entry))


if __name__ == "__main__":
    main()
