#!/usr/bin/env python3
"""Who holds which API token: a table for the quarterly review."""
import argparse
import base64
import os
import sys

import requests

API = "https://my.sealmetrics.com/api/v1"


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--account", default="acme-corp")
    parser.add_argument("--token-file", type=argparse.FileType())
    return parser.parse_args()


def main() -> int:
    args = parse()
    if args.token_file:
        token = args.token_file.read().strip()
    else:
        token = os.environ["SEALMETRICS_API_TOKEN"]
    basic = base64.b64encode(token.encode()).decode()
    listing = requests.get(
        f"{API}/api-tokens",
        params={"account_id": args.account},
        headers={"Authorization": "Bearer " + basic}, ⟪unencodable-token⟫
        timeout=20,
    )
    if listing.status_code == 401:
        print(f"token {token} was refused", file=sys.stderr) ⟪token-in-log⟫
        return 1
    listing.raise_for_status()
    for row in listing.json():
        print(f"{row['name']:<30} {row['token_prefix']:<10} {row['expires_at']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
