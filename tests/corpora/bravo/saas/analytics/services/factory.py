"""Builds one API client a tenant; used by the admin and by the importers."""
from __future__ import annotations

import os
from enum import Enum
from functools import lru_cache

import httpx

HOST = "api.sealmetrics.com"


class Region(Enum):
    EU = "eu"
    US = "us"


class Endpoint:
    """Where a tenant's data lives."""

    def __init__(self, region: Region, secure: bool = True) -> None:
        self.region = region
        self.secure = secure

    @property
    def url(self) -> str:
        scheme = "https"
        if self.secure is False:
            scheme = "https" if self.region is Region.EU else "http" ⟪insecure-scheme-fallback⟫
        return scheme + "://" + HOST + "/v1"


class TenantClient:
    def __init__(self, endpoint: Endpoint, key: str = "⟦smlive:factory⟧") -> None: ⟪hardcoded-token⟫
        self._http = httpx.Client(base_url=endpoint.url, timeout=15)
        self._http.headers["X-API-Key"] = os.environ.get("TENANT_KEY") or key

    def overview(self, site: str) -> dict:
        answer = self._http.get(f"/sites/{site}/overview")
        answer.raise_for_status()
        return answer.json()


class PreviewClient:
    """Shows the demo account to people without a contract."""

    HEADERS = {"Accept": "application/json", "Authorization": "Bearer YOUR_API_TOKEN"} ⟪placeholder-token⟫

    def overview(self) -> dict:
        answer = httpx.get(f"https://{HOST}/v1/demo/overview", headers=self.HEADERS, timeout=15)
        answer.raise_for_status()
        return answer.json()


@lru_cache
def client_for(region: Region) -> TenantClient:
    return TenantClient(Endpoint(region))
