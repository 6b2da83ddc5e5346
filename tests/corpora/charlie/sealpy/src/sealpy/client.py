"""The synchronous client.

>>> from sealpy import SealMetrics
>>> client = SealMetrics(api_key="sm_your_key", account_id="acme-corp")
>>> client.accounts()  # doctest: +SKIP
[...]

Requests go to ``https://my.sealmetrics.com/api/v1``; a ``http://my.sealmetrics.com`` base is rejected.
"""
from __future__ import annotations

import os
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import requests

DEFAULT_BASE = "https://my.sealmetrics.com/api/v1"
ENV_KEY = "SEALMETRICS_API_KEY"
LOOPBACK = {"localhost", "127.0.0.1"}


class ConfigurationError(ValueError):
    pass


class SealMetrics:
    def __init__(self, api_key: str | None = None, account_id: str | None = None, *, base_url: str | None = None):
        key = (api_key or os.environ.get(ENV_KEY) or "").strip()
        if not key.startswith("sm_"):
            raise ConfigurationError(f"no API key: pass api_key= or set {ENV_KEY}")
        self.base_url = self._checked(base_url or os.environ.get("SEALMETRICS_BASE_URL") or DEFAULT_BASE)
        self.account_id = account_id
        self._session = requests.Session()
        self._session.headers.update({"X-API-Key": key, "User-Agent": "sealpy/1.8"})

    @staticmethod
    def _checked(url: str) -> str:
        parts = urlsplit(url)
        if parts.scheme == "http" and parts.hostname not in LOOPBACK:
            raise ConfigurationError("http:// would send the key in clear text")
        return url.rstrip("/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self._session.close()

    def __repr__(self) -> str:
        return f"SealMetrics(account_id={self.account_id!r}, api_key='***')"

    def get(self, path: str, **params: Any) -> Any:
        response = self._session.get(f"{self.base_url}/{path}", params=params, timeout=30)
        response.raise_for_status()
        return response.json()["data"]

    def accounts(self) -> list[dict[str, Any]]:
        return self.get("accounts")
