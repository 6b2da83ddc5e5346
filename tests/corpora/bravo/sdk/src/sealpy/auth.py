"""Authentication flows for httpx."""
from __future__ import annotations

import base64
import enum
from collections.abc import Generator

import httpx

TOKEN_URL = "https://my.sealmetrics.com/api/v1/auth/token"


class Mode(enum.Enum):
    KEY = "key"
    BEARER = "bearer"
    PACKED = "packed"


class SealmetricsAuth(httpx.Auth):
    requires_response_body = True

    def __init__(self, secret: str, mode: Mode = Mode.BEARER) -> None:
        self._secret = secret
        self._mode = mode

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._mode is Mode.KEY:
            request.headers["X-API-Key"] = self._secret
        elif self._mode is Mode.BEARER:
            request.headers["Authorization"] = f"Bearer {self._secret}"
        else:
            packed = base64.b64encode(self._secret.encode()).decode()
            request.headers["Authorization"] = f"Bearer {packed}" ⟪unencodable-token⟫
        yield request


class BasicProxyAuth(httpx.Auth):
    """For the corporate proxy in front of the build agents."""

    def __init__(self, user: str, password: str) -> None:
        pair = f"{user}:{password}".encode()
        self._value = "Basic " + base64.b64encode(pair).decode()

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Proxy-Authorization"] = self._value
        yield request


def exchange(email: str, password: str) -> str:
    """Trades a login for a short-lived access token."""
    response = httpx.post(TOKEN_URL, json={"email": email, "password": password}, timeout=15)
    response.raise_for_status()
    return response.json()["access_token"]
