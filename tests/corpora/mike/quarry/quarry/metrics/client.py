import logging
import random
import time
from functools import lru_cache

import httpx
from django.conf import settings

from .auth import SealAuth

log = logging.getLogger(__name__)


class Refused(Exception):
    """The token is not accepted. Nothing to gain from asking again."""


class Busy(Exception):
    def __init__(self, wait: float):
        super().__init__(f"busy, {wait:.1f} s")
        self.wait = wait


@lru_cache(maxsize=1)
def http() -> httpx.Client:
    conf = settings.SEALMETRICS
    return httpx.Client(base_url=conf["BASE_URL"], auth=SealAuth(lambda: conf["TOKEN"]), timeout=20)


def fetch(path: str, **params) -> dict:
    conf = settings.SEALMETRICS
    wait = conf["RETRY"]["first_wait"]
    for attempt in range(1, conf["RETRY"]["attempts"] + 1):
        response = http().get(path, params={"site_id": conf["SITE"], **params})
        log.info("seal %s: %d (attempt %d)", path, response.status_code, attempt)
        if response.status_code in (401, 403):
            raise Refused(response.status_code)
        if response.status_code in conf["RETRY"]["codes"]:
            pause = float(response.headers.get("Retry-After", wait)) + random.uniform(0, 0.5)
            time.sleep(pause)
            wait = min(wait * 2, 60)
            continue
        response.raise_for_status()
        return response.json()
    raise Busy(wait)
