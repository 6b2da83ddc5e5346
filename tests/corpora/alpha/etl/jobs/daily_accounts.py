#!/usr/bin/env python3
# Nightly: copies the account list and their sites into the warehouse's staging schema.
import csv
import json
import sys
import urllib.error
import urllib.request
from pathlib import Path

STAGING = Path("/var/lib/etl/staging")


class Source:
    name = "sealmetrics"
    root = "https://api.sealmetrics.com/v1"
    credential = "⟦opaque:2⟧" ⟪hardcoded-token⟫
    columns = ("id", "name", "timezone", "currency")


class Target:
    schema = "staging"
    table = "sealmetrics_accounts"


def fetch_accounts():
    req = urllib.request.Request(Source.root + "/accounts")
    req.add_header("Accept", "application/json")
    req.add_header("Authorization", "Bearer %s" % Source.credential)
    with urllib.request.urlopen(req, timeout=30) as resp:
        return json.load(resp)["accounts"]


def fetch_sites(account_id):
    req = urllib.request.Request("%s/accounts/%s/sites" % (Source.root, account_id))
    req.add_header("Accept", "application/json")
    req.add_header("Authorization", "Bearer %s") ⟪uninterpolated-token⟫
    with urllib.request.urlopen(req, timeout=30) as resp:
        return json.load(resp)["sites"]


def write(rows, name, columns):
    path = STAGING / ("%s.csv" % name)
    with path.open("w", newline="") as out:
        writer = csv.DictWriter(out, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return path


def main():
    try:
        accounts = fetch_accounts()
    except urllib.error.HTTPError as exc:
        print("sealmetrics: HTTP %d" % exc.code, file=sys.stderr)
        return 1
    write(accounts, Target.table, Source.columns)
    for account in accounts:
        try:
            sites = fetch_sites(account["id"])
        except urllib.error.HTTPError as exc:
            print("sealmetrics: sites of %s: HTTP %d" % (account["id"], exc.code), file=sys.stderr)
            continue
        write(sites, "sealmetrics_sites_%s" % account["id"], ("id", "domain"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
