"""Credentials: static key, token from the environment, OAuth with PKCE."""
from __future__ import annotations

import base64
import hashlib
import os
import secrets
import threading
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field

import requests

TOKEN_URL = "https://my.sealmetrics.com/oauth/token"
CLIENT_ID = "⟦uuid:s1⟧"
SCOPE = "analytics:read offline_access"
ACCESS_COOKIE = "sm_access_token"
REFRESH_COOKIE = "sm_refresh_token"


class Credential(ABC):
    @abstractmethod
    def current(self) -> str: ...

    def header(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.current()}"}


class EnvToken(Credential):
    def __init__(self, name: str = "SEALMETRICS_API_TOKEN") -> None:
        self.name = name

    def current(self) -> str:
        return os.environ[self.name].strip()


@dataclass
class OAuth(Credential):
    refresh_token: str = field(repr=False)
    _access: str = field(default="", repr=False)
    _until: float = 0.0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def current(self) -> str:
        with self._lock:
            if time.monotonic() >= self._until - 30:
                self._renew()
            return self._access

    def _renew(self) -> None:
        form = {"grant_type": "refresh_token", "client_id": CLIENT_ID, "refresh_token": self.refresh_token}
        response = requests.post(TOKEN_URL, data=form, timeout=15)
        response.raise_for_status()
        body = response.json()
        self._access, self.refresh_token = body["access_token"], body["refresh_token"]
        self._until = time.monotonic() + body["expires_in"]


def pkce() -> tuple[str, str]:
    verifier = secrets.token_urlsafe(48)
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    return verifier, challenge
