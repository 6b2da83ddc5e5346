"""The endpoints around tokens."""

import logging
import os

import httpx

from .catalogue import Service

log = logging.getLogger(__name__)

BASE = os.environ.get("SEALMETRICS_BASE_URL", "https://my.sealmetrics.com/api/v1")


class TokenApi:
    def __init__(self, admin_token: str):
        self._http = httpx.Client(
            base_url=BASE,
            headers={"Authorization": f"Bearer {admin_token}"},
            timeout=20,
            event_hooks={"response": [self._check]},
        )

    @staticmethod
    def _check(response: httpx.Response) -> None:
        log.info("%s %s -> %d", response.request.method, response.request.url.path, response.status_code)
        response.raise_for_status()

    def create(self, service: Service, suffix: str) -> dict:
        body = {
            "name": f"{service.name}-{suffix}",
            "scopes": service.scopes,
            "account_ids": [service.account],
            "expires_in_days": service.days,
        }
        return self._http.post("/api-tokens", json=body).json()

    def listing(self) -> list[dict]:
        return self._http.get("/api-tokens").json()["data"]

    def revoke(self, token_id: str) -> None:
        self._http.delete(f"/api-tokens/{token_id}")
