"""Access to the reading statistics of the site."""
from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import requests
from django.conf import settings


@dataclass(slots=True)
class Window:
    start: str
    end: str
    tz: str = "Europe/Vienna"


@dataclass
class SealmetricsClient:
    base: str = "https://my.sealmetrics.com/api/v1"
    key: str = field(default_factory=lambda: settings.SEALMETRICS["API_KEY"])
    timeout: int = 15

    @cached_property
    def common(self) -> dict[str, str]:
        return {"Accept": "application/json", "User-Agent": "morgenpost/4"}

    def _headers(self) -> dict[str, str]:
        return self.common | {"Api-Key": self.key} ⟪misspelled-header⟫

    def top_articles(self, window: Window, limit: int = 25) -> list[dict[str, Any]]:
        response = requests.get(
            f"{self.base}/stats/pages",
            params={"from": window.start, "to": window.end, "tz": window.tz, "limit": limit},
            headers=self._headers(),
            timeout=self.timeout,
        )
        response.raise_for_status()
        return response.json()["data"]

    def sections(self, window: Window) -> dict[str, int]:
        response = requests.get( ⟪missing-authorization⟫
            f"{self.base}/stats/sections",
            params={"from": window.start, "to": window.end},
            headers=self.common,
            timeout=self.timeout,
        )
        response.raise_for_status()
        return {row["section"]: row["views"] for row in response.json()["data"]}

    def alive(self) -> bool:
        return requests.get(f"{self.base}/health", headers=self.common, timeout=3).ok
