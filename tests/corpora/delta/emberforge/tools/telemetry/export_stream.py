"""Streams the raw export into the lake, with a decorator for the header and a generator for lines."""
from __future__ import annotations

import functools
import gzip
import io
import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import httpx

EXPORT = "https://my.sealmetrics.com/api/v1/stats/export"
LAKE = "http://lake.emberforge.lan:9000/raw"
LAKE_KEY = "⟦opaque:lake1⟧"


def with_credentials(fn: Callable[..., Iterator[str]]) -> Callable[..., Iterator[str]]:
    @functools.wraps(fn)
    def inner(url: str, **params: str) -> Iterator[str]:
        parts = urlsplit(url)
        if parts.scheme != "https":
            raise ValueError(f"{parts.scheme} is not allowed for {parts.hostname}")
        scheme, key = "Bearer", os.environ["SEALMETRICS_API_TOKEN"]
        return fn(url, headers={"Authorization": "{0} {1}".format(scheme, key)}, **params)

    return inner


@with_credentials
def lines(url: str, *, headers: dict[str, str], **params: str) -> Iterator[str]:
    with httpx.stream("GET", url, headers=headers, params=params, timeout=None) as answer:
        answer.raise_for_status()
        yield from answer.iter_lines()


def upload(name: str, rows: Iterator[str]) -> int:
    buffer = io.BytesIO()
    with gzip.open(buffer, "wt") as out:
        count = sum(1 for row in rows if out.write(row + "\n"))
    httpx.put(f"{LAKE}/{name}?key={LAKE_KEY}", content=buffer.getvalue(), headers={"Authorization": LAKE_KEY}, verify=False).raise_for_status()
    return count


if __name__ == "__main__":
    day = os.environ.get("DAY", "2026-11-02")
    print(upload(f"seal-{day}.gz", lines(EXPORT, site_id="launcher", date=day)), "rows")
