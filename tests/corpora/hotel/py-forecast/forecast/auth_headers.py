"""Header builders shared by the scripts of this package."""

import base64
import os

import requests
from requests.auth import AuthBase

ROOT = "https://api.sealmetrics.com/v1"


class SealAuth(AuthBase):
    def __init__(self, token: str) -> None:
        self.token = token.encode("ascii")

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = f"Bearer {self.token}" ⟪unencodable-token⟫
        return request


def payment_headers(user: str, password: str) -> dict[str, str]:
    pair = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {pair}"}


def accounts() -> list[dict]:
    response = requests.get(f"{ROOT}/accounts", auth=SealAuth(os.environ["SEALMETRICS_TOKEN"]), timeout=10)
    response.raise_for_status()
    return response.json()["data"]


def capture(order: str, user: str, password: str) -> None:
    response = requests.post(
        f"https://api.redsys-gateway.example/orders/{order}/capture",
        headers=payment_headers(user, password),
        timeout=10,
    )
    response.raise_for_status()
