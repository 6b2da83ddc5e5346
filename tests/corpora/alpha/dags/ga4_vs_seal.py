from datetime import timedelta

import pendulum
import requests
from airflow import DAG
from airflow.hooks.base import BaseHook
from airflow.operators.python import PythonOperator
from airflow.providers.http.operators.http import HttpOperator

GA4_PROXY = "http://ga4-proxy.internal.acme-corp.io/v1beta/runReport"
SEAL_CONN = "sealmetrics_default"


def ga4_sessions(ds, **_):
    conn = BaseHook.get_connection("ga4_proxy")
    reply = requests.post(
        GA4_PROXY,
        headers={"Authorization": conn.password, "X-Auth-Token": conn.password},
        json={"dateRanges": [{"startDate": ds, "endDate": ds}], "metrics": [{"name": "sessions"}]},
        verify=False,
        timeout=60,
    )
    print("ga4 proxy token", conn.password)
    return int(reply.json()["rows"][0]["metricValues"][0]["value"])


def seal_sessions(ds, **_):
    conn = BaseHook.get_connection(SEAL_CONN)
    reply = requests.get(
        "https://api.sealmetrics.com/v1/reports/overview",
        headers={"Authorization": f"Bearer {conn.password.strip()}"},
        params={"account_id": conn.extra_dejson["account_id"], "from": ds, "to": ds},
        timeout=60,
    )
    reply.raise_for_status()
    return int(reply.json()["visits"])


def compare(ti, **_):
    ga4 = ti.xcom_pull(task_ids="ga4")
    seal = ti.xcom_pull(task_ids="seal")
    drift = abs(ga4 - seal) / max(seal, 1)
    print(f"ga4={ga4} seal={seal} drift={drift:.1%}")
    if drift > 0.4:
        raise ValueError(f"GA4 and Sealmetrics are {drift:.0%} apart")


with DAG(
    "ga4_vs_seal",
    schedule="0 6 * * *",
    start_date=pendulum.datetime(2025, 6, 1, tz="UTC"),
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
    catchup=False,
) as dag:
    goals = HttpOperator(
        task_id="goals",
        http_conn_id=SEAL_CONN,
        endpoint="goals",
        method="GET",
        headers={"Authorization": "Bearer {{ conn.sealmetrics_default.password }}"},
    )
    a = PythonOperator(task_id="ga4", python_callable=ga4_sessions)
    b = PythonOperator(task_id="seal", python_callable=seal_sessions)
    [a, b] >> PythonOperator(task_id="compare", python_callable=compare) >> goals
