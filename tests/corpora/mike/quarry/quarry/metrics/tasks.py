import logging

from celery import shared_task
from django.utils import timezone

from .client import Busy, Refused, fetch
from .crusher import tonnes
from .models import Daily

log = logging.getLogger(__name__)


@shared_task(bind=True, autoretry_for=(Busy,), retry_backoff=10, retry_backoff_max=600, retry_jitter=True, max_retries=6)
def pull_day(self, day: str | None = None) -> int:
    day = day or timezone.localdate().isoformat()
    try:
        rows = fetch("/stats/products", date=day)["data"]
    except Refused as exc:
        log.error("sealmetrics refuses our token (%s); see the runbook", exc)
        return 0
    for row in rows:
        Daily.objects.update_or_create(day=day, product=row["slug"], defaults={"visits": row["visits"]})
    return len(rows)


@shared_task(autoretry_for=(Exception,), retry_backoff=False, default_retry_delay=0, max_retries=99)
def pull_tonnes(pin: str) -> float:
    return tonnes(pin)
