"""Daily load of the Sealmetrics channel report into Redshift.

The connection is an Airflow HTTP connection (``conn_type=http`` is only Airflow's name for it, the calls
themselves go over TLS).  Its password field is filled from AWS Secrets Manager by the secrets backend.
"""
from __future__ import annotations

import logging

import pendulum
import requests
from airflow.decorators import dag, task
from airflow.hooks.base import BaseHook
from airflow.models import Variable

log = logging.getLogger(__name__)

CONN_ID = "sealmetrics_http_default"
SECRET_REF = "airflow/connections/sealmetrics_http_default"
SITE_ID = "northbay-de"
API = "https://my.sealmetrics.com/api/v1"


@dag(
    dag_id="sealmetrics_daily",
    schedule="15 5 * * *",
    start_date=pendulum.datetime(2026, 1, 1, tz="Europe/Berlin"),
    catchup=False,
    default_args={"owner": "bi", "retries": 2},
)
def sealmetrics_daily():
    @task
    def extract(ds: str | None = None) -> list[dict]:
        conn = BaseHook.get_connection(CONN_ID)
        key = conn.password
        headers = {"X-API-Key": key, "Accept": "application/json"}
        log.info("reading channels of %s for %s (key %s...)", SITE_ID, ds, key[:6])
        response = requests.get(
            f"{API}/stats/channels",
            headers=headers,
            params={"site_id": SITE_ID, "account_id": Variable.get("sealmetrics_account_id"), "day": ds},
            timeout=30,
        )
        response.raise_for_status()
        return response.json()["data"]

    @task
    def stage(rows: list[dict]) -> str:
        from include.staging import write_parquet

        return write_parquet(rows, prefix="sealmetrics/channels")

    @task
    def copy(path: str) -> None:
        from include.redshift import copy_into

        copy_into("stg.seal_channels", path)

    copy(stage(extract()))


sealmetrics_daily()
