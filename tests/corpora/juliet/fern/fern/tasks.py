import httpx
from celery import shared_task

from fern.analytics import Seal


@shared_task(autoretry_for=(httpx.TransportError,), retry_backoff=5, retry_backoff_max=600, retry_jitter=True, max_retries=7)
def pull_sources(day: str) -> int:
    return len(Seal().sources(day))


@shared_task
def pull_goals(day: str) -> int:
    return len(Seal().goals(day))
