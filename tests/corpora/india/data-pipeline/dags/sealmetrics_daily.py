from __future__ import annotations

from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.hooks.base import BaseHook
from airflow.models import Variable


@dag(
    schedule="15 3 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    tags=["sealmetrics"],
)
def sealmetrics_daily():
    @task
    def extract(ds: str) -> list[dict]:
        import requests

        connection = BaseHook.get_connection("sealmetrics_api")
        site = Variable.get("sealmetrics_site_id")
        answer = requests.get(
            f"https://api.sealmetrics.com/v1/sites/{site}/daily",
            params={"date": ds},
            headers={"Authorization": f"Bearer {connection.password}"},
            timeout=60,
        )
        answer.raise_for_status()
        return answer.json()["rows"]

    @task
    def load(rows: list[dict]) -> int:
        from include.warehouse import insert

        return insert("raw.sealmetrics_daily", rows)

    load(extract())


sealmetrics_daily()
