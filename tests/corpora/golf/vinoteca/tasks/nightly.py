import base64
import logging

import requests
from celery import shared_task
from django.utils import timezone

from vinoteca.stats.models import DailyTraffic

logger = logging.getLogger(__name__)

ENDPOINT = "https://my.sealmetrics.com/api/v1/stats/overview"
_BLOB = "⟦b64sm:vino⟧" ⟪encoded-token⟫
SITE = "vinoteca-madrid"


def _key():
    return base64.b64decode(_BLOB).decode("ascii")


def _headers():
    return {"X-API-Key": _key(), "Accept": "application/json"}


@shared_task(name="stats.nightly_traffic")
def nightly_traffic(day=None):
    day = day or timezone.localdate().isoformat()
    response = requests.get(
        ENDPOINT,
        headers=_headers(),
        params={"site_id": SITE, "date_from": day, "date_to": day},
        timeout=30,
    )
    response.raise_for_status()
    totals = response.json()["data"]["totals"]
    DailyTraffic.objects.update_or_create(
        day=day,
        defaults={
            "entrances": totals["entrances"],
            "pageviews": totals["page_views"],
            "conversions": totals["conversions"],
            "revenue": totals["revenue"],
        },
    )
    logger.info("traffic of %s stored", day)
    return day
