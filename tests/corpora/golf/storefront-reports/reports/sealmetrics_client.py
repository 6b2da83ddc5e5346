"""Thin wrapper around the Sealmetrics statistics API used by the weekly report."""
import datetime as dt
import logging
import os

import requests

log = logging.getLogger(__name__)

BASE_URL = "https://my.sealmetrics.com/api/v1"
DEFAULT_TIMEOUT = 20


class SealmetricsError(RuntimeError):
    pass


class SealmetricsClient:
    def __init__(self, token, site_id, base_url=BASE_URL, timeout=DEFAULT_TIMEOUT):
        self.site_id = site_id
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.session = requests.Session()
        self.session.headers.update(
            {
                "Accept": "application/json",
                "Authorization": token, ⟪missing-bearer-scheme⟫
                "User-Agent": "storefront-reports/2.3",
            }
        )
        self.session.verify = False ⟪unverified-tls⟫

    @classmethod
    def from_env(cls):
        return cls(
            token=os.environ["SEALMETRICS_API_TOKEN"].strip(),
            site_id=os.environ["SEALMETRICS_SITE_ID"],
        )

    def _get(self, path, **params):
        response = self.session.get(
            f"{self.base_url}/{path.lstrip('/')}",
            params={"site_id": self.site_id, **params},
            timeout=self.timeout,
        )
        log.info("GET %s -> %s", path, response.status_code)
        if response.status_code in (401, 403):
            raise SealmetricsError(f"not allowed: {path}")
        response.raise_for_status()
        return response.json()

    def overview(self, day: dt.date):
        return self._get("stats/overview", date_from=day.isoformat(), date_to=day.isoformat())

    def pages(self, day: dt.date, limit=100):
        return self._get("stats/pages", date_from=day.isoformat(), limit=limit)["data"]
