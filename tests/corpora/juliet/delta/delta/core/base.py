from __future__ import annotations

import os
from typing import Any

import requests


class Client:
    """What our vendors' clients have in common; a subclass says where and with which variable."""

    base_url: str
    token_variable: str
    verify: bool | str = True

    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {os.environ[self.token_variable]}", "Accept": "application/json"}

    def get(self, path: str, **params: Any) -> Any:
        response = requests.get(
            self.base_url + path, headers=self.headers(), params=params, verify=self.verify, timeout=30
        )
        response.raise_for_status()
        return response.json()
