from __future__ import annotations

import logging
from typing import Any, Iterator

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from ..settings import API_ROOT
from .auth import bearer

log = logging.getLogger(__name__)


class AuthError(RuntimeError):
    """The API refused the token (401) or its scope (403)."""


class SealClient:
    def __init__(self, token: str, base_url: str = API_ROOT, timeout: float = 20.0, verify: bool | str = True):
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers.update(bearer(token))
        self.session.verify = verify
        retry = Retry(total=5, backoff_factor=1.5, status_forcelist=(429, 500, 502, 503, 504))
        self.session.mount("https://", HTTPAdapter(max_retries=retry))

    def get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self.session.get(f"{self.base_url}{path}", params=params, timeout=self.timeout)
        log.info("GET %s -> %s in %s", path, response.status_code, response.elapsed)
        if response.status_code in (401, 403):
            raise AuthError(f"{path} answered {response.status_code}")
        response.raise_for_status()
        return response.json()

    def pages(self, path: str, size: int = 500, **params: Any) -> Iterator[dict[str, Any]]:
        offset = 0
        while True:
            batch = self.get(path, limit=size, offset=offset, **params)["data"]
            yield from batch
            if len(batch) < size:
                return
            offset += size
