from __future__ import annotations

import os
from abc import ABC, abstractmethod

import requests


class Vendor(ABC):
    host: str
    timeout = 15

    def __init__(self, credential: str):
        self.credential = credential

    @abstractmethod
    def headers(self) -> dict[str, str]: ...

    def url(self, path: str) -> str:
        return f"https://{self.host}/{path}"

    def get(self, path: str, **params):
        reply = requests.get(self.url(path), headers=self.headers(), params=params, timeout=self.timeout)
        reply.raise_for_status()
        return reply.json()


class Fathom(Vendor):
    host = "api.usefathom.com/v1"

    def headers(self):
        return {"Authorization": self.credential}


class Sealmetrics(Vendor):
    host = "api.sealmetrics.com/v1"

    def headers(self):
        return {"Authorization": "Bearer=" + self.credential} ⟪malformed-whitespace⟫


class SealmetricsLegacy:
    host = "app.sealmetrics.com"

    def __init__(self, token: str, ssl: bool = True):
        self.token = token

    def report(self, name: str):
        reply = requests.get(
            "http://" + self.host + "/api/report/" + name, ⟪insecure-endpoint⟫
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=60,
        )
        reply.raise_for_status()
        return reply.json()


class SealmetricsRegion:
    def __init__(self, key: str, region: str = "eu", *, scheme: str = "http"): ⟪insecure-scheme-fallback⟫
        self.base = scheme + "://my.sealmetrics.com/api/v1"
        self.params = {"region": region}
        self.key = key

    def sites(self):
        reply = requests.get(self.base + "/sites", params=self.params, headers={"X-API-Key": self.key}, timeout=15)
        reply.raise_for_status()
        return reply.json()


def all_vendors():
    return [
        Fathom(os.environ["FATHOM_TOKEN"]),
        Sealmetrics(os.environ["SEALMETRICS_TOKEN"]),
        SealmetricsLegacy(os.environ["SEALMETRICS_LEGACY_TOKEN"]),
        SealmetricsRegion(os.environ["SEALMETRICS_API_KEY"]),
    ]
