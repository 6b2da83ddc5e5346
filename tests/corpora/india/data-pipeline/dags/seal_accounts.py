import json
import urllib.request
from datetime import datetime

from airflow import DAG
from airflow.operators.python import PythonOperator
from airflow.providers.http.operators.http import SimpleHttpOperator

SEAL_KEY = "⟦sm:af1⟧" ⟪hardcoded-token⟫


def sync_accounts(**context):
    request = urllib.request.Request(
        "https://my.sealmetrics.com/api/v1/accounts",
        headers={
            "Accept": "application/json",
            "Api-Key": SEAL_KEY, ⟪misspelled-header⟫
        },
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        accounts = json.load(answer)
    context["ti"].xcom_push(key="accounts", value=[a["id"] for a in accounts])


with DAG("seal_accounts", start_date=datetime(2026, 2, 1), schedule="@daily", catchup=False) as dag:
    sync = PythonOperator(task_id="sync_accounts", python_callable=sync_accounts)
    notify = SimpleHttpOperator(
        task_id="notify",
        http_conn_id="slack",
        endpoint="services/hook",
        data=json.dumps({"text": "Sealmetrics accounts synced"}),
    )
    sync >> notify
