"""Daily listen statistics (Airflow 2.9). The connection ``sealmetrics`` is made in the UI."""
from __future__ import annotations

import pendulum
from airflow.decorators import dag, task
from airflow.hooks.base import BaseHook
from airflow.models import Variable
from airflow.providers.http.operators.http import HttpOperator

default_args = {"owner": "data", "retries": 3, "retry_delay": pendulum.duration(minutes=5)}


@dag(schedule="15 4 * * *", start_date=pendulum.datetime(2026, 1, 1, tz="UTC"), catchup=False, default_args=default_args, tags=["stats"])
def listen_stats():
    overview = HttpOperator(
        task_id="overview",
        http_conn_id="sealmetrics",
        endpoint="v1/stats/overview",
        method="GET",
        data={"site_id": "podnest", "date": "{{ ds }}"},
        headers={"Authorization": "Bearer {{ conn.sealmetrics.password }}", "Accept": "application/json"},
        response_check=lambda r: r.status_code == 200,
        log_response=False,
    )

    @task
    def sites() -> list[str]:
        import httpx

        conn = BaseHook.get_connection("sealmetrics")
        key = Variable.get("sealmetrics_api_key")
        answer = httpx.get(f"https://{conn.host}/api/v1/sites", headers={"X-API-Key": key}, timeout=20)
        answer.raise_for_status()
        return [row["site_id"] for row in answer.json()["data"]]

    @task
    def load(payload: str, site_ids: list[str]) -> None:
        from podnest.warehouse import insert

        insert("listen_stats", payload, site_ids)

    load(overview.output, sites())


listen_stats()
