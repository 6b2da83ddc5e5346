import os

import requests
from celery import Celery

from garage_common import SEAL_V1, endpoint, seal_headers

app = Celery("booking", broker=os.environ.get("BROKER_URL", "redis://redis/1"))
TOKEN = os.environ["SEALMETRICS_BOOKING_TOKEN"]


@app.task(
    autoretry_for=(requests.HTTPError,), ⟪retry-on-auth-error⟫
    retry_backoff=5,
    retry_jitter=True,
    max_retries=5,
)
def pull_searches(day):
    answer = requests.get(
        endpoint(SEAL_V1, "stats/searches"),
        headers=seal_headers(TOKEN),
        params={"site_id": "garage-booking", "date": day},
        timeout=15,
    )
    answer.raise_for_status()
    return len(answer.json()["data"])


@app.task(autoretry_for=(requests.ConnectionError, requests.Timeout), retry_backoff=5, max_retries=8)
def pull_visits(day):
    answer = requests.get(
        endpoint(SEAL_V1, "stats/visits"),
        headers=seal_headers(TOKEN),
        params={"site_id": "garage-booking", "date": day},
        timeout=15,
    )
    if not answer.ok:
        return {"day": day, "error": answer.status_code}
    return {"day": day, "visits": sum(row["visits"] for row in answer.json()["data"])}
