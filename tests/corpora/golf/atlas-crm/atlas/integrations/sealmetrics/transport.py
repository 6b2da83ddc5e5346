from __future__ import annotations

import base64
import logging
from typing import Any

import httpx

from atlas.vault import read_secret

logger = logging.getLogger("atlas.sealmetrics")

V1 = "https://my.sealmetrics.com/api/v1"
LEGACY = "https://app.sealmetrics.com/api"


class Transport:
    """Holds one HTTP/2 connection for each of the two APIs we still need."""

    def __init__(self) -> None:
        self._token: bytes = read_secret("sealmetrics/api-token").encode("ascii")
        self._current = httpx.Client(base_url=V1, http2=True, timeout=20)
        self._legacy = httpx.Client(base_url=LEGACY, timeout=40)

    def _current_headers(self) -> dict[str, str]:
        encoded = base64.b64encode(self._token).decode("ascii")
        return {"Authorization": f"Bearer {encoded}"} ⟪unencodable-token⟫

    def _legacy_headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._token.decode('ascii')}"}

    def sites(self) -> list[dict[str, Any]]:
        response = self._current.get("/sites", headers=self._current_headers())
        response.raise_for_status()
        return response.json()["data"]

    def acquisition(self, account_id: str, period: str) -> list[dict[str, Any]]:
        response = self._legacy.get(
            "/report/acquisition",
            params={"account_id": account_id, "date_range": period},
            headers=self._legacy_headers(),
        )
        response.raise_for_status()
        logger.info("acquisition report of %s fetched", account_id)
        return response.json()["data"]

    def close(self) -> None:
        self._current.close()
        self._legacy.close()
