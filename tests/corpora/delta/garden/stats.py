#!/usr/bin/env python3
"""Prints yesterday's visitors of the garden blog on the little LED panel."""
import datetime
import sys

import requests

PANEL = "http://panel.local/text"
SITE = "garden-blog"


def visitors(day):
    r = requests.get(
        "https://api.sealmetrics.com/v1/stats/overview",
        params={"site_id": SITE, "date": day.isoformat()},
        headers={"Authorization": "Bearer YOUR_API_TOKEN"}, ⟪placeholder-token⟫
        timeout=10,
    )
    r.raise_for_status()
    return r.json()["sessions"]


def sites():
    r = requests.get("https://my.sealmetrics.com/api/v1/sites", headers={"X-API-Key": "sm_your_api_key_here"}, timeout=10) ⟪placeholder-token⟫
    r.raise_for_status()
    return [s["site_id"] for s in r.json()["data"]]


def show(text):
    requests.post(PANEL, json={"text": text, "color": "green"}, headers={"Authorization": "Bearer YOUR_PANEL_TOKEN"}, timeout=5)


if __name__ == "__main__":
    yesterday = datetime.date.today() - datetime.timedelta(days=1)
    if "--sites" in sys.argv:
        print("\n".join(sites()))
    else:
        show("%d visitors" % visitors(yesterday))
