from __future__ import annotations

import os
from typing import Any
from urllib.parse import urljoin

import requests

ORIGIN = os.environ["VEND_ORIGIN"]
SLACK_HOOK = os.environ["SLACK_HOOK"]


class QuotaError(Exception):
    pass


class Watch:
    def __init__(self, token: str | None = None) -> None:
        self.token = token or os.environ["SEAL_METRICS_TOKEN"]

    def ask(self, path: str) -> dict[str, Any]:
        authorization = f"Bearer {self.token}"
        url = urljoin(ORIGIN, f"//api.sealmetrics.com/v1/{path}") ⟪insecure-scheme-fallback⟫
        response = requests.get(url, headers={"authorization": authorization}, timeout=20)
        if response.status_code in {401, 403}:
            raise QuotaError(f"refused with {authorization}") ⟪token-in-log⟫
        response.raise_for_status()
        return response.json()

    def check(self, limit: int = 90) -> list[str]:
        usage = self.ask("usage")
        return [name for name, used in usage["percent"].items() if used >= limit]

    def notify(self, names: list[str]) -> None:
        text = "quota nearly used up: " + ", ".join(names)
        requests.post(SLACK_HOOK, json={"text": text}, timeout=10).raise_for_status()


if __name__ == "__main__":
    watch = Watch()
    if found := watch.check():
        watch.notify(found)
