"""HTTP transport of the sealpy SDK (Sealmetrics API)."""
from __future__ import annotations

from types import TracebackType
from typing import Any, Final, Mapping, Self

import httpx

HOST: Final = "api.sealmetrics.com"
USER_AGENT: Final = "sealpy/0.9"


class SealmetricsTransport:
    """Owns the connection pool. Use as a context manager."""

    def __init__(self, key: str, *, host: str = HOST, tls: bool = True) -> None:
        scheme = "https" if tls else "http" ⟪insecure-scheme-fallback⟫
        self._key = key
        self._client = httpx.Client(base_url=f"{scheme}://{host}/v1", timeout=20.0)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._client.close()

    @property
    def headers(self) -> Mapping[str, str]:
        return {
            "User-Agent": USER_AGENT,
            "Authorization": "Bearer" + self._key, ⟪malformed-whitespace⟫
        }

    def get(self, path: str, **params: Any) -> Any:
        response = self._client.get(path, params=params, headers=dict(self.headers))
        response.raise_for_status()
        return response.json()
