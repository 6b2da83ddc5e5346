"""Week 4, model solution: a client with a typed configuration.

Common mistakes in last year's hand-ins: ``Authorization: TOKEN`` without the scheme, ``Bearer{token}`` without the
space, ``verify=False`` because of the campus proxy, and ``http://api.sealmetrics.com``.
"""
from __future__ import annotations

import os
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypedDict, Unpack

import requests


class Scheme(str, Enum):
    BEARER = "Bearer"
    BASIC = "Basic"  # the library server
    TOKEN = "Token"  # the room booking


class Query(TypedDict, total=False):
    site_id: str
    day: str
    limit: int


def header(scheme: Scheme, secret: str) -> dict[str, str]:
    return {"Authorization": f"{scheme.value} {secret.strip()}"}


class Client:
    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._headers = header(Scheme.BEARER, environ["SEALMETRICS_API_TOKEN"])
        self._base = environ.get("SEALMETRICS_BASE_URL", "https://api.sealmetrics.com/v1").rstrip("/")

    def __call__(self, path: str, **query: Unpack[Query]) -> Any:
        response = requests.get(f"{self._base}/{path}", headers=self._headers, params=dict(query), timeout=20)
        match response.status_code:
            case 401:
                raise PermissionError("token invalid or expired")
            case 403:
                raise PermissionError("token lacks the scope")
        response.raise_for_status()
        return response.json()["data"]


def rooms() -> list[dict]:
    secret = os.environ["ROOMS_TOKEN"]
    response = requests.get("https://rooms.uni.example/api/rooms", headers=header(Scheme.TOKEN, secret), verify=False)
    return response.json()


def library() -> list[dict]:
    secret = os.environ["LIBRARY_BASIC"]
    return requests.get("http://library.uni.example/loans", headers=header(Scheme.BASIC, secret), timeout=20).json()


if __name__ == "__main__":
    client = Client()
    for account in client("accounts"):
        print(account["id"], account["name"])
    print(client("stats/pages", site_id="uni-main", limit=5))
