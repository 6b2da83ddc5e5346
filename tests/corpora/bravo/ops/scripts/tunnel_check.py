#!/usr/bin/env python3
"""Compares the numbers behind the SSH tunnel with the ones of the API."""
import contextlib
import http.client
import json
import os
import ssl
import sys

HOST = "api.sealmetrics.com"
TUNNEL = ("localhost", 9100)


@contextlib.contextmanager
def https():
    connection = http.client.HTTPSConnection(HOST, timeout=10, context=ssl.create_default_context())
    yield connection
    connection.close()


@contextlib.contextmanager
def tunnel():
    connection = http.client.HTTPConnection(*TUNNEL, timeout=10)
    yield connection
    connection.close()


def get(connection, path, headers=None):
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path}: HTTP {answer.status}")
    return json.loads(body)


def main():
    token = os.environ.get("SEALMETRICS_TOKEN", "").strip()
    if not token:
        print("SEALMETRICS_TOKEN is not set", file=sys.stderr)
        return 2
    with tunnel() as local:
        mine = get(local, "/totals")
    with https() as remote:
        theirs = get(remote, "/v1/accounts/acme-corp/totals", {"Authorization": "Bearer %s" % token})
    for name in sorted(mine):
        print(f"{name:20} {mine[name]:>10} {theirs.get(name, 0):>10}")
    return int(mine != theirs)


if __name__ == "__main__":
    sys.exit(main())
