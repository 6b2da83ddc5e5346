"""Tokens for people who stay a season or a year."""
import sys

from issuing.api import QUARTER, YEAR, create
from issuing.run import store

READ = ["stats:read"]


def season(person: str) -> None:
    store(f"intern-{person}", create(f"intern-{person}", ["acme-demo"], READ, QUARTER))


def year(person: str) -> None:
    store(f"trainee-{person}", create(f"trainee-{person}", ["acme-demo"], READ, YEAR))


if __name__ == "__main__":
    {"season": season, "year": year}[sys.argv[1]](sys.argv[2])
