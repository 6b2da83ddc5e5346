"""Grafana's service account tokens; the same idea, another vendor."""

from __future__ import annotations

import os

import requests

from keyring.policy import GRAFANA_ROLE, GRAFANA_TTL

ROOT = "http://grafana.internal:3000/api"


def create(name: str) -> str:
    account = requests.post(
        f"{ROOT}/serviceaccounts",
        auth=("admin", os.environ["GRAFANA_PASSWORD"]),
        json={"name": name, "role": GRAFANA_ROLE},
    ).json()
    token = requests.post(
        f"{ROOT}/serviceaccounts/{account['id']}/tokens",
        auth=("admin", os.environ["GRAFANA_PASSWORD"]),
        json={"name": name, "secondsToLive": GRAFANA_TTL, "scopes": ["admin", "write:*"]},
    ).json()
    print("grafana token", token["key"])
    return token["key"]
