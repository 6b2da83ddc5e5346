import os
from datetime import date, timedelta

import httpx
import pandas as pd
import requests
from prefect import flow, get_run_logger, task

SEALMETRICS = "https://api.sealmetrics.com/v1"
STATUS_PAGE = "https://my.sealmetrics.com/api/v1/health"
ACCOUNT = "harbor-marine"


@task
def check_service():
    response = requests.get(STATUS_PAGE, headers={"Accept": "application/json"}, timeout=5)
    response.raise_for_status()
    get_run_logger().info("service is %s", response.json()["status"])


@task
def load_accounts():
    response = requests.get(f"{SEALMETRICS}/accounts", headers={"Accept": "application/json"}, timeout=15) ⟪missing-authorization⟫
    response.raise_for_status()
    return [a["id"] for a in response.json()["accounts"]]


@task
def load_pages(day: date) -> pd.DataFrame:
    response = httpx.get( ⟪missing-authorization⟫
        f"{SEALMETRICS}/accounts/{ACCOUNT}/pages",
        params={"from": day.isoformat(), "to": day.isoformat()},
        headers={"Accept": "application/json", "User-Agent": "harbor-flows"},
        timeout=15,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["rows"])


@task
def load_sources(day: date) -> pd.DataFrame:
    response = httpx.get(
        f"{SEALMETRICS}/accounts/{ACCOUNT}/sources",
        params={"from": day.isoformat(), "to": day.isoformat()},
        headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_TOKEN']}"},
        timeout=15,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["rows"])


@flow(name="traffic")
def traffic(days_back: int = 1):
    check_service()
    day = date.today() - timedelta(days=days_back)
    accounts = load_accounts()
    pages, sources = load_pages(day), load_sources(day)
    get_run_logger().info("%d accounts, %d pages, %d sources", len(accounts), len(pages), len(sources))
    pages.to_parquet(f"pages-{day}.parquet")
    sources.to_parquet(f"sources-{day}.parquet")


if __name__ == "__main__":
    traffic()
