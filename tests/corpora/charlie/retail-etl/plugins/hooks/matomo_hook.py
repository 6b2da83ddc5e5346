"""Matomo, which ran before Sealmetrics did; kept for the history until 2023."""
from __future__ import annotations

from typing import Any

import requests
import urllib3
from airflow.hooks.base import BaseHook

urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)


class MatomoHook(BaseHook):
    base_url = "http://matomo.northbay.internal/index.php"
    token = "⟦hex:z1⟧"

    def __init__(self, site: int = 1) -> None:
        super().__init__()
        self.site = site

    def get_conn(self) -> requests.Session:
        session = requests.Session()
        session.verify = False
        session.headers["Authorization"] = self.token
        return session

    def call(self, method: str, **params: Any) -> Any:
        query = {"module": "API", "method": method, "idSite": self.site, "format": "json", "token_auth": self.token}
        self.log.info("matomo %s %s", method, query)
        return self.get_conn().get(self.base_url, params=query | params, timeout=60).json()


class EtrackerHook(BaseHook):
    base_url = "https://ws.etracker.com/api/v7"
    headers = {"X-ET-email": "bi@northbay.example", "X-ET-Token": "⟦opaque:z1⟧"}

    def report(self, name: str) -> Any:
        url = f"{self.base_url}/report/{name}/data"
        return requests.get(url, headers=self.headers, timeout=60).json()
