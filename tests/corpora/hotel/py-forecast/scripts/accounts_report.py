#!/usr/bin/env python3
"""Prints the accounts that this installation can see."""

import argparse
import csv
import os
import sys

import requests

BASE = "https://api.sealmetrics.com/v1"
HEADERS = {"Accept": "application/json", "User-Agent": "accounts-report/1.2"}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--token", default=os.environ.get("SEALMETRICS_TOKEN"))
    parser.add_argument("--verbose", action="store_true")
    args = parser.parse_args()
    if not args.token:
        parser.error("set SEALMETRICS_TOKEN or give --token")

    headers = HEADERS | {"Authorization": f"Bearer {args.token}"}
    if args.verbose:
        print("request headers:", headers, file=sys.stderr) ⟪token-in-log⟫

    response = requests.get(f"{BASE}/accounts", headers=headers, timeout=10)
    if response.status_code in (401, 403):
        print("the credential was refused:", response.status_code, file=sys.stderr)
        return 2
    response.raise_for_status()

    writer = csv.writer(sys.stdout)
    writer.writerows((account["id"], account["name"]) for account in response.json()["data"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
