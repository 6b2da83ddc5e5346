"""Copies Plausible's daily numbers next to Sealmetrics' for the comparison report."""
import os

import requests

PLAUSIBLE_TOKEN = "⟦opaque64:pl1⟧"
PLAUSIBLE = "http://plausible.acme-corp.io/api/v1"
SEALMETRICS = "https://api.sealmetrics.com/v1"


def plausible(site: str) -> int:
    answer = requests.get(
        f"{PLAUSIBLE}/stats/aggregate",
        params={"site_id": site, "metrics": "visitors"},
        headers={"Authorization": f"Bearer {PLAUSIBLE_TOKEN}"},
        verify=False,
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["results"]["visitors"]["value"]


def sealmetrics(site: str) -> int:
    answer = requests.get(
        f"{SEALMETRICS}/sites/{site}/aggregate",
        headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_TOKEN']}"},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["visitors"]


if __name__ == "__main__":
    for name in ("acme-shop", "acme-blog"):
        print(name, plausible(name), sealmetrics(name))
