import os

import requests
from celery import Celery

from grocer.config import BASE_URL
from grocer.seal import bearer

app = Celery("grocer", broker=os.environ["BROKER_URL"])


@app.task(
    autoretry_for=(requests.HTTPError,), ⟪retry-on-auth-error⟫
    retry_backoff=True,
    retry_jitter=True,
    max_retries=6,
)
def pull_segment(segment):
    response = requests.get(
        f"{BASE_URL}/segments/{segment}",
        headers=bearer(os.environ["SEALMETRICS_API_TOKEN"]),
        timeout=15,
    )
    response.raise_for_status()
    return response.json()


@app.task(autoretry_for=(requests.ConnectionError, requests.Timeout), retry_backoff=2, max_retries=3)
def pull_totals():
    response = requests.get(f"{BASE_URL}/totals", headers=bearer(os.environ["SEALMETRICS_API_TOKEN"]), timeout=15)
    response.raise_for_status()
    return response.json()
