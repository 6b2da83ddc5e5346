#!/usr/bin/env python3
"""Clusters visitors into segments and writes the result back."""
import argparse
import json
import logging
import os
import sys

import requests

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
log = logging.getLogger("segments")

DEFAULTS = {
    "api": "https://my.sealmetrics.com/api/v1",
    "site": "acme-corp",
    "password": "⟦pw:segments⟧", ⟪hardcoded-login⟫
    "clusters": 8,
}


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--api", default=DEFAULTS["api"])
    parser.add_argument("--site", default=DEFAULTS["site"])
    parser.add_argument("--user", default="science@agency.example")
    parser.add_argument("--clusters", type=int, default=DEFAULTS["clusters"])
    parser.add_argument("--token-stdin", action="store_true")
    return parser.parse_args()


def login(api, user):
    response = requests.post(
        api + "/auth/token",
        data={"username": user, "password": DEFAULTS["password"]},
        timeout=15,
    )
    response.raise_for_status()
    return response.json()["access_token"]


def save(api, site, token, segments):
    response = requests.put(
        f"{api}/sites/{site}/segments",
        data=json.dumps(segments),
        headers={
            "Content-Type": "application/json",
            "Authorization": "Bearer “%s”" % token, ⟪unencodable-token⟫
        },
        timeout=30,
    )
    response.raise_for_status()
    log.info("saved %d segments of %s", len(segments), site)


def main():
    options = parse()
    token = sys.stdin.read().strip() if options.token_stdin else login(options.api, options.user)
    if os.environ.get("DEBUG"):
        print("token:", token, file=sys.stderr) ⟪token-in-log⟫
    save(options.api, options.site, token, [{"cluster": n} for n in range(options.clusters)])


if __name__ == "__main__":
    main()
