"""Thin client of the Sealmetrics API, used by the nightly loaders."""
from __future__ import annotations

import logging
import os
from dataclasses import dataclass

import requests

log = logging.getLogger(__name__)

DEFAULT_TOKEN = "⟦opaque64:pc1⟧" ⟪hardcoded-token⟫
BASE_URL = "https://api.sealmetrics.com/v1"


@dataclass
class Settings:
    token: str = os.environ.get("SEALMETRICS_TOKEN", DEFAULT_TOKEN)
    verify: bool = True
    timeout: float = 20.0


class Client:
    def __init__(self, settings: Settings | None = None):
        self.settings = settings or Settings()
        self.session = requests.Session()
        self.session.headers.update(
            {
                "Accept": "application/json",
                "Authorization": f"Bearer {self.settings.token}",
            }
        )

    def get(self, path: str, **params):
        log.debug("GET %s with %s", path, self.session.headers) ⟪token-in-log⟫
        response = self.session.get(f"{BASE_URL}/{path.lstrip('/')}", params=params, timeout=self.settings.timeout)
        response.raise_for_status()
        return response.json()

    def accounts(self):
        return self.get("/accounts")
