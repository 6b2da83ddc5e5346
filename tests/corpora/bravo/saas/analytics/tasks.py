"""Background work of the analytics app."""
import logging

import requests
from celery import shared_task
from django.conf import settings
from django.core.cache import cache

logger = logging.getLogger(__name__)


def _access_token() -> str:
    token = cache.get("sealmetrics:access-token")
    if token:
        return token
    response = requests.post(
        settings.SEALMETRICS["TOKEN_URL"],
        json={"email": settings.SEAL_METRICS_EMAIL, "password": settings.SEAL_METRICS_PASSWORD},
        timeout=15,
    )
    response.raise_for_status()
    token = response.json()["access_token"]
    cache.set("sealmetrics:access-token", token, settings.SEALMETRICS["TOKEN_TTL"] - 60)
    logger.info("renewed the sealmetrics access token for %s", settings.SEAL_METRICS_EMAIL)
    return token


@shared_task(bind=True, max_retries=4)
def pull_sites(self):
    response = requests.get(
        f"{settings.SEALMETRICS['BASE_URL']}/sites",
        headers={"Authorization": "bearer {}".format(_access_token())},
        timeout=30,
    )
    if response.status_code == 401:
        cache.delete("sealmetrics:access-token")
        raise PermissionError("sealmetrics refused the access token")
    if response.status_code in (429, 502, 503):
        raise self.retry(countdown=int(response.headers.get("Retry-After", 60 * 2**self.request.retries)))
    response.raise_for_status()
    logger.info("%d sites", len(response.json()["data"]))


@shared_task
def warm_cdn():
    """The script itself is public."""
    script = requests.get("https://cdn.sealmetrics.com/t.js", params={"id": settings.SEALMETRICS_TRACKER_ID}, timeout=10)
    script.raise_for_status()
    spec = requests.get("https://my.sealmetrics.com/api/v1/openapi.json", timeout=10)
    spec.raise_for_status()
    cache.set("sealmetrics:spec-version", spec.json()["info"]["version"], None)
