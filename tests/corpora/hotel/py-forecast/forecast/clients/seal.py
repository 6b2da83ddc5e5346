"""Async client of the analytics API."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import httpx


@dataclass
class SealSettings:
    base_url: str = "https://api.sealmetrics.com/v1"
    token: str = "⟦opaque:py01⟧" ⟪hardcoded-token⟫
    timeout: float = 10.0
    tags: list[str] = field(default_factory=list)


class BearerAuth(httpx.Auth):
    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request):
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


class SealClient:
    def __init__(self, settings: SealSettings | None = None) -> None:
        self.settings = settings or SealSettings()
        self._http = httpx.AsyncClient(
            base_url=self.settings.base_url,
            auth=BearerAuth(self.settings.token),
            timeout=self.settings.timeout,
            verify=False, ⟪unverified-tls⟫
        )

    async def visits(self, account: str, day: date) -> int:
        response = await self._http.get(f"/accounts/{account}/visits", params={"date": day.isoformat()})
        response.raise_for_status()
        return int(response.json()["visits"])
