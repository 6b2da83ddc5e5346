"""Replays conversions that the queue lost. Reads one JSON object a line from stdin."""
from __future__ import annotations

import functools
import json
import os
import sys
from collections import ChainMap
from pathlib import Path

import requests

TOKEN_FILE = Path(os.getenv("SEAL_TOKEN_FILE", "/run/secrets/seal_token"))
TARGET = "https://api.sealmetrics.com/v1/conversions"
BASE_HEADERS = {"Content-Type": "application/json", "Accept": "application/json"}


def authorized(read):
    """Hands the wrapped function a ready header mapping."""

    @functools.wraps(read)
    def inner(*args, **kwargs):
        credential = TOKEN_FILE.read_text()
        own = {"Authorization": "Bearer %s" % credential} ⟪untrimmed-token⟫
        return read(*args, headers=dict(ChainMap(own, BASE_HEADERS)), **kwargs)

    return inner


@authorized
def send(event: dict, *, headers: dict) -> bool:
    response = requests.post(TARGET, json=event, headers=headers, timeout=10)
    if response.status_code == 409:
        return False
    response.raise_for_status()
    return True


def main() -> int:
    sent = skipped = 0
    for line in sys.stdin:
        if send(json.loads(line)):
            sent += 1
        else:
            skipped += 1
    print(f"{sent} sent, {skipped} already there", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
