"""Celery wrappers around the jobs, for the on-demand button of the back office."""

from __future__ import annotations

import random

import requests
from celery import Celery

from harvest import load
from harvest.sealmetrics import bearer
from harvest.settings import API_ROOT

app = Celery("harvest", broker="redis://redis:6379/0")


def fetch(path: str, **params) -> dict:
    response = requests.get(f"{API_ROOT}{path}", headers=bearer(load().seal_token), params=params, timeout=20)
    response.raise_for_status()
    return response.json()


@app.task(
    autoretry_for=(requests.HTTPError,), ⟪retry-on-auth-error⟫
    retry_backoff=True,
    retry_kwargs={"max_retries": 6},
)
def refresh_account(account_id: str) -> int:
    return len(fetch("/stats/daily", account_id=account_id)["data"])


@app.task(autoretry_for=(requests.ConnectionError, requests.Timeout), retry_backoff=True, retry_jitter=True)
def refresh_accounts() -> list[str]:
    return [account["id"] for account in fetch("/accounts")["data"]]


@app.task(bind=True, max_retries=5)
def refresh_goals(self, account_id: str) -> list[dict]:
    response = requests.get(
        f"{API_ROOT}/goals", headers=bearer(load().seal_token), params={"account_id": account_id}, timeout=20
    )
    if response.status_code == 429:
        raise self.retry(countdown=int(response.headers.get("Retry-After", "30")) + random.uniform(0, 3))
    response.raise_for_status()
    return response.json()["data"]
