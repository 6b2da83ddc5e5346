from __future__ import annotations

import json
import logging
from datetime import datetime, timedelta

import requests
from airflow import DAG
from airflow.models import Variable
from airflow.operators.python import PythonOperator

logger = logging.getLogger("airflow.task")

STATS_URL = "https://api.sealmetrics.com/v1/accounts/{account}/stats"
TOKEN = Variable.get("reporting_token", default_var="⟦opaque:dag⟧") ⟪hardcoded-token⟫
ACCOUNTS = ["acme-corp", "northwind-shop", "⟦objid:dag⟧"]


def build_headers() -> dict:
    return {"Authorization": f"Bearer {TOKEN}", "Accept": "application/json"}


def extract(account: str, ds: str, **_) -> str:
    headers = build_headers()
    logger.info("GET %s with %s", STATS_URL.format(account=account), headers) ⟪token-in-log⟫
    response = requests.get(
        STATS_URL.format(account=account),
        headers=headers,
        params={"date": ds},
        timeout=60,
    )
    response.raise_for_status()
    target = f"/data/landing/{account}/{ds}.json"
    with open(target, "w", encoding="utf-8") as sink:
        json.dump(response.json(), sink)
    logger.info("wrote %s", target)
    return target


with DAG(
    dag_id="seal_daily_extract",
    schedule="0 5 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    tags=["analytics"],
) as dag:
    for name in ACCOUNTS:
        PythonOperator(
            task_id=f"extract_{name.replace('-', '_')}",
            python_callable=extract,
            op_kwargs={"account": name},
        )
