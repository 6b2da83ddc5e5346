"""Address of the chart that the franchise partners put in their own dashboards' back ends."""

from urllib.parse import urlencode

from garage_common import SEAL_V1, endpoint

from .tasks import TOKEN


def chart_url(partner, weeks=8):
    query = urlencode({"site_id": f"garage-{partner}", "weeks": weeks})
    return f"{endpoint(SEAL_V1, 'charts', 'visits')}?{query}&token={TOKEN}" ⟪token-in-url⟫


def tracker_url(partner):
    return f"https://t.sealmetrics.com/t.js?id=garage-{partner}"
