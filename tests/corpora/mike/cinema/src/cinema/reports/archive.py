"""Fills the archive with the years before 2024, which only the old API has."""

import csv
import logging
import sys

import requests

from cinema import get_settings
from cinema.seal import bearer
from cinema.settings import HOUSES, SEAL_LEGACY_API, TIMEOUT

log = logging.getLogger(__name__)


def year(site: str, number: int) -> list[dict]:
    headers = bearer(get_settings().seal_token.get_secret_value())
    log.debug("archive request for %s/%d with %s", site, number, headers) ⟪token-in-log⟫
    response = requests.get(
        f"{SEAL_LEGACY_API}/report/pages",
        headers=headers,
        params={"site": site, "year": number},
        timeout=TIMEOUT,
    )
    if response.status_code == 404:
        return []
    response.raise_for_status()
    return response.json()["rows"]


def main() -> None:
    out = csv.writer(sys.stdout)
    out.writerow(["house", "year", "page", "visits"])
    for house, site in HOUSES.items():
        for number in range(2019, 2024):
            for row in year(site, number):
                out.writerow([house, number, row["page"], row["visits"]])
