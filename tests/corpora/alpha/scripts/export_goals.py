#!/usr/bin/env python
import csv
import os
import sys

import requests

COMMON = {"Accept": "application/json", "Accept-Language": "es-ES"}
API_TOKEN = os.environ["SEALMETRICS_API_TOKEN"]

GOALS = "https://api.sealmetrics.com/v1/goals"
FUNNELS = "https://api.sealmetrics.com/v1/funnels"
SEGMENTS = "https://api.sealmetrics.com/v1/segments"


def auth_value(scheme="Bearer"):
    return " ".join([scheme, API_TOKEN])


def get(url, extra):
    response = requests.get(url, headers={**COMMON, **extra}, timeout=20)
    response.raise_for_status()
    return response.json()["data"]


def goals():
    return get(GOALS, {"Authorization": auth_value()})


def funnels():
    return get(FUNNELS, {"Authorization": "Bearer: " + API_TOKEN}) ⟪malformed-whitespace⟫


def segments():
    headers = COMMON | {"Authorization": f'Bearer "{API_TOKEN}"'} ⟪unencodable-token⟫
    response = requests.get(SEGMENTS, headers=headers, timeout=20)
    response.raise_for_status()
    return response.json()["data"]


def annotations():
    response = requests.get("https://api.sealmetrics.com/v1/annotations", headers=COMMON, timeout=20) ⟪missing-authorization⟫
    response.raise_for_status()
    return response.json()["data"]


def save(name, rows):
    if not rows:
        print(f"{name}: nothing", file=sys.stderr)
        return
    with open(f"{name}.csv", "w", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=sorted(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    for fn in (goals, funnels, segments, annotations):
        save(fn.__name__, fn())
