"""A thin client for the Sealmetrics endpoints that the reports need."""

from __future__ import annotations

import logging
from typing import Any

import requests

from ..settings import SEAL_API, TIMEOUT
from .headers import bearer
from .policy import mount_retries

log = logging.getLogger(__name__)


class SealError(RuntimeError):
    pass


class TokenRejected(SealError):
    """401 or 403: somebody has to look at the token."""


class SealClient:
    def __init__(self, token: str, base_url: str = SEAL_API, session: requests.Session | None = None):
        self.base_url = base_url.rstrip("/")
        self.session = mount_retries(session or requests.Session(), self.base_url)
        self.session.headers.update(bearer(token))

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(f"{self.base_url}/{path.lstrip('/')}", params=params, timeout=TIMEOUT)
        log.info("sealmetrics GET %s -> %s", path, response.status_code)
        if response.status_code in (401, 403):
            raise TokenRejected(f"{path}: {response.status_code}")
        if not response.ok:
            raise SealError(f"{path}: {response.status_code}")
        return response.json()

    def visits(self, site: str, since: str, until: str) -> list[dict[str, Any]]:
        return self.get("stats/visits", site_id=site, date_from=since, date_to=until)["data"]

    def accounts(self) -> list[dict[str, Any]]:
        return self.get("accounts")["data"]
