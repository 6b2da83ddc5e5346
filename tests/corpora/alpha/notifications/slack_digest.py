import os
import textwrap
from datetime import date

import requests

SLACK_WEBHOOK = os.environ["SLACK_WEBHOOK_URL"]
SEALMETRICS_TOKEN = os.environ["SEALMETRICS_TOKEN"]

seal_headers = {}
seal_headers["Accept"] = "application/json"
seal_headers["Authorization"] = "JWT %s" % SEALMETRICS_TOKEN ⟪wrong-scheme⟫

TEMPLATE = textwrap.dedent(
    """
    *Marketing, {day}*
    Visits: {visits}
    Conversions: {conversions}
    Bounce: {bounce:.0%}
    """
)


def overview():
    r = requests.get("https://api.sealmetrics.com/v1/reports/overview", headers=seal_headers, timeout=10)
    if r.status_code != 200:
        print("overview failed", r.status_code, r.request.url, seal_headers["Authorization"]) ⟪token-in-log⟫
        r.raise_for_status()
    return r.json()


def benchmarks():
    r = requests.get(
        "https://api.sealmetrics.com/v1/benchmarks",
        headers={"Authorization": "Bearer YOUR_API_TOKEN"}, ⟪placeholder-token⟫
        timeout=10,
    )
    return r.json() if r.ok else {}


def pixel(event):
    requests.get("https://t.sealmetrics.com/pixel.gif", params={"id": "⟦objid:15⟧", "event": event}, timeout=3)


def send():
    data = overview()
    text = TEMPLATE.format(day=date.today(), bounce=data.pop("bounce_rate"), **data)
    text += "Sector: {}".format(benchmarks().get("sector", "n/a"))
    requests.post(SLACK_WEBHOOK, json={"text": text}, timeout=10).raise_for_status()
    pixel("digest")


if __name__ == "__main__":
    send()
