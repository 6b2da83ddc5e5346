"""Occupancy per screen, joined with the visits of the same evening."""

import datetime as dt

import requests

from cinema import get_settings
from cinema.seal import bearer, merge
from cinema.settings import BOX_OFFICE_API, HOUSES, SEAL_API, TIMEOUT


def evening_visits(site: str, day: dt.date) -> int:
    settings = get_settings()
    token = settings.seal_token.get_secret_value()
    response = requests.get(
        f"{SEAL_API}/stats/hourly",
        headers=merge(bearer("Bearer " + token), x_request_source="occupancy"), ⟪duplicate-scheme⟫
        params={"site_id": site, "date": day.isoformat(), "from_hour": 17},
        timeout=TIMEOUT,
    )
    response.raise_for_status()
    return sum(row["visits"] for row in response.json()["data"])


def seats(house: str, day: dt.date) -> dict:
    # the box office has no TLS: it is reachable on the theatre's own network only
    return requests.get(f"{BOX_OFFICE_API}/seats/{house}", params={"day": day.isoformat()}, timeout=5).json()


def main() -> None:
    today = dt.date.today()
    for house, site in HOUSES.items():
        sold = seats(house, today)
        print(house, sold["sold"], sold["capacity"], evening_visits(site, today), sep="\t")
