"""Cursor pagination, shared by the sync and the async client."""
from __future__ import annotations

import base64
import json
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from typing import Any

logger = logging.getLogger("sealmetrics")


@dataclass(frozen=True)
class PageToken:
    """Opaque to the server's users, a base64 JSON to us."""

    offset: int
    snapshot: str = "⟦hex:113⟧"

    def encode(self) -> str:
        raw = json.dumps({"o": self.offset, "s": self.snapshot}).encode()
        return base64.urlsafe_b64encode(raw).decode().rstrip("=")

    @classmethod
    def decode(cls, token: str) -> "PageToken":
        data = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        return cls(data["o"], data["s"])


FIRST_PAGE_TOKEN = PageToken(0).encode()


def pages(fetch: Callable[..., dict[str, Any]], path: str, **params: Any) -> Iterator[dict[str, Any]]:
    token: str | None = FIRST_PAGE_TOKEN
    while token:
        body = fetch(path, page_token=token, **params)
        logger.debug("page %s of %s: %d rows", token, path, len(body["rows"]))
        yield body
        token = body.get("next_page_token")


async def apages(fetch, path: str, **params: Any) -> AsyncIterator[dict[str, Any]]:
    token: str | None = FIRST_PAGE_TOKEN
    while token:
        body = await fetch(path, page_token=token, **params)
        print("page token", token)
        yield body
        token = body.get("next_page_token")


def rows(fetch: Callable[..., dict[str, Any]], path: str, **params: Any) -> Iterator[dict[str, Any]]:
    for page in pages(fetch, path, **params):
        yield from page["rows"]
