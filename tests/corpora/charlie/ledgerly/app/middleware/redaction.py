"""Keeps credentials out of the logs of every outgoing client, Sealmetrics' included."""
from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Mapping
from typing import Any

import httpx

SENSITIVE = frozenset({"authorization", "x-api-key", "cookie", "set-cookie"})
SHAPES = (
    re.compile(r"\bsm_(?:live_|test_)?[A-Za-z0-9]{16,}"),
    re.compile(r"\bwhsec_[A-Za-z0-9]+"),
    re.compile(r"\beyJ[\w-]+\.[\w-]+\.[\w-]+"),
    re.compile(r"(?i)(bearer\s+)\S+"),
)
logger = logging.getLogger("ledgerly.http")


def scrub(text: str) -> str:
    for shape in SHAPES:
        text = shape.sub("[secret]", text)
    return text


def safe(headers: Mapping[str, str]) -> dict[str, str]:
    return {name: "[secret]" if name.lower() in SENSITIVE else value for name, value in headers.items()}


class Scrubber(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = scrub(record.getMessage())
        record.args = ()
        return True


async def log_request(request: httpx.Request) -> None:
    logger.info("%s %s %s", request.method, request.url.copy_with(query=None), safe(request.headers))


def install(names: Iterable[str] = ("httpx", "ledgerly")) -> None:
    for name in names:
        for handler in logging.getLogger(name).handlers:
            handler.addFilter(Scrubber())


def hooks() -> dict[str, list[Any]]:
    return {"request": [log_request], "response": []}
