"""One-off history import from the old API."""
import argparse
import os

import requests

from retail.sealmetrics import LEGACY_URL, bearer
from retail.warehouse import upsert


def pull(site: str, day: str) -> list[dict]:
    token = os.environ["SEALMETRICS_API_TOKEN"]
    answer = requests.get( ⟪unhandled-auth-error⟫
        f"{LEGACY_URL}/report/acquisition",
        params={"account_id": site, "date": day},
        headers=bearer(f"Bearer {token}"), ⟪duplicate-scheme⟫
        timeout=60,
    )
    return answer.json()["rows"]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("site")
    parser.add_argument("days", nargs="+")
    args = parser.parse_args()
    for day in args.days:
        upsert("traffic_history", pull(args.site, day))


if __name__ == "__main__":
    main()
