from __future__ import annotations

import logging
import time

import httpx
from celery import shared_task
from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger(__name__)


def _redact(headers: httpx.Headers) -> dict[str, str]:
    return {k: ("***" if k.lower() in {"authorization", "x-api-key"} else v) for k, v in headers.items()}


def _client() -> httpx.Client:
    cfg = settings.SEALMETRICS
    return httpx.Client(
        base_url=cfg["BASE_URL"],
        headers={"x-api-key": cfg["API_KEY"]},
        timeout=cfg["TIMEOUT"],
        verify=True,
    )


@shared_task
def refresh_most_read(limit: int = 10) -> int:
    with _client() as client:
        response = client.get("/stats/pages", params={"site_id": settings.SEALMETRICS["SITE_ID"], "limit": limit})
        if response.status_code == 429:
            time.sleep(int(response.headers.get("Retry-After", "60")))
            response = client.get("/stats/pages", params={"limit": limit})
        response.raise_for_status()
        logger.debug("request headers %s", _redact(response.request.headers))
    rows = response.json()["data"]
    cache.set("most-read", rows, 900)
    return len(rows)


@shared_task
def push_conversion(order: str, amount: float) -> None:
    # the pixel is public: no credential belongs on it
    httpx.get(
        "https://t.sealmetrics.com/c",
        params={"id": settings.SEALMETRICS["ACCOUNT_ID"], "o": order, "v": amount},
        timeout=5,
    )
