#!/usr/bin/env python3
"""Lists the API tokens of an account with their age; prints prefixes only."""
import argparse
import os
import sys
from datetime import datetime, timezone

import requests

ENDPOINT = "https://my.sealmetrics.com/api/v1/api-tokens"
EPILOG = """
The key is read from SEALMETRICS_API_KEY, or from stdin with --stdin:
    token_audit.py --stdin < /run/secrets/key
Plain http:// endpoints are not supported.
"""


def read_key(stdin):
    if stdin:
        return sys.stdin.readline().strip()
    try:
        return os.environ["SEALMETRICS_API_KEY"]
    except KeyError:
        sys.exit("SEALMETRICS_API_KEY is not set")


def rows(key):
    response = requests.get(ENDPOINT, headers={"x-api-key": key}, timeout=20)
    if response.status_code == 401:
        sys.exit("the key was refused (expired or revoked?)")
    response.raise_for_status()
    return response.json()["data"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, epilog=EPILOG)
    parser.add_argument("--stdin", action="store_true")
    parser.add_argument("--max-age", type=int, default=90)
    options = parser.parse_args()
    now = datetime.now(timezone.utc)
    old = 0
    for row in rows(read_key(options.stdin)):
        age = (now - datetime.fromisoformat(row["created_at"])).days
        old += age > options.max_age
        print(f"{row['token_prefix']}...  {age:4d} days  {', '.join(row['scopes'])}")
    return 1 if old else 0


if __name__ == "__main__":
    sys.exit(main())
