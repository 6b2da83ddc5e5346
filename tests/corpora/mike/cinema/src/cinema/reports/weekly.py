"""Weekly mail: visits to the programme pages against tickets sold."""

import argparse
import datetime as dt
import logging

from cinema import get_settings
from cinema.seal import SealClient, TokenRejected
from cinema.settings import HOUSES

log = logging.getLogger("cinema.weekly")


def week_of(day: dt.date) -> tuple[str, str]:
    monday = day - dt.timedelta(days=day.weekday())
    return monday.isoformat(), (monday + dt.timedelta(days=6)).isoformat()


def collect(client: SealClient, since: str, until: str) -> dict[str, int]:
    totals = {}
    for house, site in HOUSES.items():
        rows = client.visits(site, since, until)
        totals[house] = sum(row["visits"] for row in rows)
    return totals


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--day", type=dt.date.fromisoformat, default=dt.date.today())
    args = parser.parse_args()
    settings = get_settings()
    client = SealClient(settings.seal_token.get_secret_value(), settings.seal_base_url)
    since, until = week_of(args.day)
    try:
        totals = collect(client, since, until)
    except TokenRejected as exc:
        log.error("token %s was refused: %s", settings.seal_token, exc)
        return 2
    for house, visits in sorted(totals.items()):
        print(f"{house:<16}{visits:>9}")
    return 0
