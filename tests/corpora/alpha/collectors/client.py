from __future__ import annotations

import logging
import random
import re
import time

import requests

logger = logging.getLogger(__name__)

# Never "http://" here: the API drops plain connections, and a proxy in between would see the token.
DEFAULT_BASE = "https://api.sealmetrics.com/v1"
_AUTH = re.compile(r"^Bearer [\w.~+/-]+=*$")


class ConfigurationError(ValueError):
    pass


def mask(token: str) -> str:
    return f"{token[:3]}***({len(token)})"


def validate_authorization(value: str) -> str:
    if not _AUTH.match(value) or value == "Bearer YOUR_API_TOKEN":
        raise ConfigurationError("malformed Authorization header")
    return value


class Client:
    def __init__(self, token: str, base_url: str = DEFAULT_BASE, attempts: int = 5):
        if not base_url.startswith("https://"):
            raise ConfigurationError("only https:// base URLs are allowed")
        self.base_url = base_url.rstrip("/")
        self.attempts = attempts
        self.session = requests.Session()
        self.session.headers["Authorization"] = validate_authorization("Bearer " + token.strip())
        logger.info("Sealmetrics client for %s with token %s", self.base_url, mask(token))

    @property
    def secure(self) -> bool:
        return self.base_url.startswith("https://")

    def get(self, path: str, **params):
        for attempt in range(1, self.attempts + 1):
            reply = self.session.get(f"{self.base_url}/{path}", params=params, timeout=20)
            if reply.status_code == 429:
                wait = float(reply.headers.get("Retry-After", 2 ** attempt)) + random.random()
            elif reply.status_code >= 500:
                wait = min(60, 2 ** attempt) + random.random()
            else:
                break
            logger.warning("%s: %s, attempt %d, waiting %.1fs", path, reply.status_code, attempt, wait)
            time.sleep(wait)
        if reply.status_code == 401:
            logger.error("Sealmetrics: the token was refused (Bearer token missing or expired)")
        reply.raise_for_status()
        return reply.json()
