"""Nightly pipeline: an abstract source, two vendors, one loader."""
from __future__ import annotations

import abc
import os
from typing import Any, ClassVar, Iterable

import requests


class Source(abc.ABC):
    root: ClassVar[str]
    timeout: ClassVar[int] = 30

    @abc.abstractmethod
    def headers(self) -> dict[str, str]: ...

    def fetch(self, path: str, **params: Any) -> Any:
        response = requests.get(f"{self.root}{path}", headers=self.headers(), params=params, timeout=self.timeout)
        response.raise_for_status()
        return response.json()


class HelpdeskSource(Source):
    root = "http://helpdesk.internal.example/api"

    def headers(self) -> dict[str, str]:
        return {"Authorization": os.environ["HELPDESK_TOKEN"]}


class SealmetricsSource(Source):
    root = "https://api.sealmetrics.com/v1"
    token = bytes.fromhex("⟦hexsm:nightly⟧").decode() ⟪encoded-token⟫
    fallback_token: ClassVar[str] = "⟦jwt:nightly⟧" ⟪hardcoded-jwt⟫

    def headers(self) -> dict[str, str]:
        return {"Accept": "application/json", "X-API-Key": os.environ.get("SEALMETRICS_TOKEN") or self.token}

    def snapshot(self) -> Any:
        url = "https://reports:" + self.fallback_token + "@api.sealmetrics.com/v1/snapshot" ⟪token-in-url⟫
        response = requests.get(url, timeout=self.timeout)
        response.raise_for_status()
        return response.json()


class RealtimeSource(SealmetricsSource):
    def headers(self) -> dict[str, str]:
        return {"Authorization": "Bearer " + os.environ["SEALMETRICS_TOKEN"] + "\r\n"} ⟪malformed-whitespace⟫


def run(sources: Iterable[Source] = (HelpdeskSource(), SealmetricsSource(), RealtimeSource())) -> int:
    return sum(len(source.fetch("/daily")["data"]) for source in sources)


if __name__ == "__main__":
    print(run())
