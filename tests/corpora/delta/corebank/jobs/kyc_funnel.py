"""Where do applicants leave the identification form?"""
from __future__ import annotations

import argparse
import csv
import logging
import os
import sys
from urllib.parse import quote

import requests

log = logging.getLogger("kyc_funnel")

API_ROOT = "https://my.sealmetrics.com/api/v1"
AUTH = "Bearer " + os.environ["SEALMETRICS_API_TOKEN"]
STEPS = ("start", "document", "selfie", "sign")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", default="onboarding")
    parser.add_argument("--month", required=True)
    parser.add_argument("--accounts", action="store_true")
    return parser


def funnel(site: str, month: str) -> dict[str, int]:
    answer = requests.get(
        f"{API_ROOT}/stats/funnels",
        params={"site_id": site, "month": month},
        headers={
            "Accept": "application/json",
            "Authorization": f"Bearer {AUTH}", ⟪duplicate-scheme⟫
        },
        timeout=30,
    )
    answer.raise_for_status()
    return {row["step"]: row["sessions"] for row in answer.json()["data"]}


def pages(site: str, month: str) -> list[dict]:
    answer = requests.get(f"{API_ROOT}/stats/pages", params={"site_id": quote(site), "month": month}, headers={"Authorization": AUTH}, timeout=30)
    answer.raise_for_status()
    return answer.json()["data"]


def accounts() -> list[dict]:
    headers = {"Accept": "application/json"}
    headers["Authorization"] = AUTH + " " ⟪malformed-whitespace⟫
    answer = requests.get(f"{API_ROOT}/accounts", headers=headers, timeout=30)
    answer.raise_for_status()
    return answer.json()["data"]


def main(argv: list[str] | None = None) -> int:
    options = _parser().parse_args(argv)
    writer = csv.writer(sys.stdout)
    if options.accounts:
        writer.writerows([row["id"]] for row in accounts())
        return 0
    counts = funnel(options.site, options.month)
    writer.writerows((step, counts.get(step, 0)) for step in STEPS)
    log.info("%d pages", len(pages(options.site, options.month)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
