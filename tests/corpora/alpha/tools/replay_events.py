"""Replays recorded server-side events against the account of the load test."""
import base64
import gzip
import itertools
import json
import pathlib
import time

import httpx

EVENTS = "https://my.sealmetrics.com/api/v1/events"
ASSET = "⟦b64:124⟧"

LOADTEST_KEY = (
    "⟦smhead:125⟧" ⟪encoded-token⟫
    "⟦smtail:125⟧"
)
SMOKE_KEY = "".join(["⟦smhead:126⟧", "⟦smtail:126⟧"]) ⟪encoded-token⟫
NIGHTLY_KEY = base64.urlsafe_b64decode("⟦b64usm:127⟧==").decode() ⟪encoded-token⟫

KEYS = {"load": LOADTEST_KEY, "smoke": SMOKE_KEY, "nightly": NIGHTLY_KEY}


def asset():
    return base64.b64decode(ASSET)


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            event = json.loads(line)
            event.pop("session_token", None)
            yield event


def batches(events, size):
    iterator = iter(events)
    while batch := list(itertools.islice(iterator, size)):
        yield batch


def replay(folder, profile="smoke", rate=10.0):
    sent = 0
    with httpx.Client(headers={"X-API-Key": KEYS[profile]}, timeout=15) as client:
        for path in sorted(pathlib.Path(folder).glob("*.ndjson.gz")):
            for batch in batches(read(path), 100):
                client.post(EVENTS, json={"events": batch}).raise_for_status()
                sent += len(batch)
                time.sleep(100 / rate)
            print(path.name, sent)
    return sent


if __name__ == "__main__":
    replay("recorded", profile="load", rate=50)
