import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from .auth import bearer
from .constants import API_URL, RETRY_STATUSES, TIMEOUT

log = logging.getLogger(__name__)


class SealClient:
    """A thin client: one session, JSON in, JSON out."""

    def __init__(self, token: str, base_url: str = API_URL) -> None:
        self.base_url = base_url.rstrip("/")
        self.session = requests.Session()
        self.session.headers.update(bearer(token))
        policy = Retry(
            total=4,
            backoff_factor=0.8,
            status_forcelist=RETRY_STATUSES,
            allowed_methods=frozenset({"GET"}),
        )
        self.session.mount("https://", HTTPAdapter(max_retries=policy))

    def get(self, path: str, **params) -> dict:
        resp = self.session.get(f"{self.base_url}/{path.lstrip('/')}", params=params, timeout=TIMEOUT)
        log.info("seal GET %s -> %s", path, resp.status_code)
        resp.raise_for_status()
        return resp.json()

    def accounts(self) -> list[dict]:
        return self.get("accounts")["data"]

    def daily(self, account: str, day: str) -> dict:
        return self.get("stats/daily", account_id=account, date=day)
