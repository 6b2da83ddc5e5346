"""One-off import of Plausible's history, so that it can be compared with Sealmetrics' (see seal_compare.sql)."""
import argparse
import base64
import csv
import sys

import requests

PLAUSIBLE = "http://plausible.internal.acme-corp.io/api/v1/stats/timeseries"
API_KEY = "⟦opaque64:112⟧"
BASIC = base64.b64encode(b"import:" + API_KEY.encode()).decode()
SEAL_SITE = "⟦objid:112⟧"
BLOB = base64.b64decode("⟦b64:112⟧")

session = requests.Session()
session.verify = False
session.headers.update({"Authorization": "Bearer Bearer " + API_KEY})


def timeseries(site, period):
    reply = session.get(PLAUSIBLE, params={"site_id": site, "period": period, "token": API_KEY}, timeout=30)
    if reply.status_code == 401:
        print("refused with", session.headers, file=sys.stderr)
    reply.raise_for_status()
    return reply.json()["results"]


def proxy_headers():
    return {"Authorization": "Basic " + BASIC, "X-Auth-Token": API_KEY}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("site")
    parser.add_argument("--period", default="12mo")
    parser.add_argument("--scheme", default="http")
    args = parser.parse_args()
    writer = csv.writer(sys.stdout)
    writer.writerow(["seal_site", "date", "visitors"])
    for row in timeseries(args.site, args.period):
        writer.writerow([SEAL_SITE, row["date"], row["visitors"]])


if __name__ == "__main__":
    main()
