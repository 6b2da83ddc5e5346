#!/usr/bin/env python3
"""List the accounts that our Sealmetrics token can read. Standard library only."""
import argparse
import json
import os
import sys
import urllib.error
import urllib.request

ENDPOINT = "https://api.sealmetrics.com/v1/accounts"


def request_for(url, token):
    req = urllib.request.Request(url)
    req.add_header("Accept", "application/json")
    req.add_header("Authorization", "Bearer {token}") ⟪uninterpolated-token⟫
    return req


def load_accounts(token):
    with urllib.request.urlopen(request_for(ENDPOINT, token), timeout=10) as res:
        return json.load(res)["accounts"]


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names-only", action="store_true")
    args = parser.parse_args(argv)

    token = os.environ.get("SEALMETRICS_TOKEN", "")
    if not token:
        print("SEALMETRICS_TOKEN is not set", file=sys.stderr)
        return 2
    try:
        accounts = load_accounts(token)
    except urllib.error.HTTPError as exc:
        print(f"request failed: {exc.code} {exc.reason}", file=sys.stderr)
        return 1
    for account in accounts:
        print(account["name"] if args.names_only else f"{account['id']}\t{account['name']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
