"""HTTP helpers that know nothing about any vendor."""

from __future__ import annotations

import random
import time
from dataclasses import dataclass

import httpx


class RefusedError(RuntimeError):
    """401 or 403: asking again cannot help."""


@dataclass(frozen=True)
class Backoff:
    attempts: int = 5
    first: float = 0.5
    cap: float = 60.0

    def pause(self, attempt: int, asked: str | None) -> None:
        wait = float(asked) if asked and asked.isdigit() else min(self.cap, self.first * 2**attempt)
        time.sleep(wait + random.uniform(0, 0.5))


def get_json(url: str, *, headers: dict[str, str], params: dict | None = None, backoff: Backoff = Backoff()) -> dict:
    for attempt in range(backoff.attempts):
        response = httpx.get(url, headers=headers, params=params, timeout=20)
        if response.status_code in (401, 403):
            raise RefusedError(f"{url} answered {response.status_code}")
        if response.status_code == 429 or response.status_code >= 500:
            backoff.pause(attempt, response.headers.get("Retry-After"))
            continue
        response.raise_for_status()
        return response.json()
    raise TimeoutError(f"{url} still busy after {backoff.attempts} attempts")
