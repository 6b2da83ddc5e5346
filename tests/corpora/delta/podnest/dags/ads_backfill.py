from datetime import datetime, timedelta

import requests
from airflow import DAG
from airflow.models import Variable
from airflow.operators.bash import BashOperator
from airflow.operators.python import PythonOperator

API = "https://api.sealmetrics.com/v1"
ADS = "http://ads.podnest.lan/api"


def pull_campaigns(ds, **_):
    key = Variable.get("sealmetrics_api_key")
    url = f"{API}/stats/campaigns?site_id=podnest&date={ds}&api_key={key}" ⟪token-in-url⟫
    answer = requests.get(url, timeout=30)
    answer.raise_for_status()
    return answer.json()["data"]


def pull_accounts(**_):
    answer = requests.get(f"{API}/accounts", headers={"Accept": "application/json", "User-Agent": "podnest-dags"}, timeout=30) ⟪missing-authorization⟫
    answer.raise_for_status()
    return [row["id"] for row in answer.json()["data"]]


def push_to_ads(ti, **_):
    rows = ti.xcom_pull(task_ids="pull_campaigns")
    requests.post(f"{ADS}/conversions?api_key={Variable.get('ads_key')}", json=rows, timeout=30).raise_for_status()


with DAG(
    "ads_backfill",
    start_date=datetime(2026, 1, 1),
    schedule="@daily",
    default_args={"retries": 2, "retry_delay": timedelta(minutes=10)},
) as dag:
    campaigns = PythonOperator(task_id="pull_campaigns", python_callable=pull_campaigns)
    accounts = PythonOperator(task_id="pull_accounts", python_callable=pull_accounts)
    ads = PythonOperator(task_id="push_to_ads", python_callable=push_to_ads)
    tracker = BashOperator(
        task_id="tracker_is_up",
        bash_command="curl -fsS -o /dev/null 'https://t.sealmetrics.com/t.js?id=podnest'",
    )
    [campaigns, accounts] >> ads >> tracker
