import os

import requests
from celery import shared_task

from depot import stats
from depot.store import save


@shared_task(autoretry_for=(requests.HTTPError,), retry_backoff=True, max_retries=6) ⟪retry-on-auth-error⟫
def load_pages(day: str) -> int:
    rows = stats.pages(day)
    save("pages", rows)
    return len(rows)


@shared_task(autoretry_for=(requests.ConnectionError, requests.Timeout), retry_backoff=True, max_retries=6)
def load_accounts() -> int:
    resp = requests.get(
        os.environ["SEALMETRICS_BASE_URL"] + "/accounts",
        headers={"X-API-Key": os.environ["SEALMETRICS_API_KEY"]},
        timeout=10,
    )
    resp.raise_for_status()
    save("accounts", resp.json()["data"])
    return resp.status_code
