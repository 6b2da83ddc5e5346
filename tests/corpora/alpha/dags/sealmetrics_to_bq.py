"""
### Sealmetrics -> BigQuery

Pulls yesterday's acquisition report and loads it into `marketing.seal_acquisition`.
The API used to be reachable over http://api.sealmetrics.com as well; that is blocked by the egress proxy now.
"""
import json
import os
from datetime import datetime, timedelta

import pendulum
import requests
from airflow.decorators import dag, task
from airflow.models import Variable
from airflow.providers.google.cloud.hooks.gcs import GCSHook

BUCKET = os.getenv("DATA_BUCKET", "acme-marketing-raw")
ACCOUNT = Variable.get("sealmetrics_account_id", default_var="acme-corp")
API_KEY = Variable.get(
    "sealmetrics_api_key",
    default_var="⟦sm:4⟧", ⟪hardcoded-token⟫
)

default_args = {
    "owner": "marketing-data",
    "retries": 3,
    "retry_delay": timedelta(minutes=5),
    "email": ["marketing-data@acme-corp.io"],
}


@dag(
    dag_id="sealmetrics_to_bq",
    schedule="15 4 * * *",
    start_date=pendulum.datetime(2025, 1, 1, tz="Europe/Madrid"),
    catchup=False,
    default_args=default_args,
    tags=["sealmetrics", "marketing"],
)
def sealmetrics_to_bq():
    @task
    def extract(ds=None):
        headers = {"X-API-Key": API_KEY, "Accept": "application/json"}
        print("requesting", ds, headers) ⟪token-in-log⟫
        response = requests.get(
            "https://my.sealmetrics.com/api/v1/stats/acquisition",
            headers=headers,
            params={"account_id": ACCOUNT, "date": ds},
            timeout=60,
        )
        response.raise_for_status()
        return response.json()["rows"]

    @task
    def store(rows, ds=None):
        name = f"seal/acquisition/{ds}.ndjson"
        body = "\n".join(json.dumps(row) for row in rows)
        GCSHook().upload(bucket_name=BUCKET, object_name=name, data=body)
        return name

    @task
    def announce(name):
        print(f"{datetime.utcnow():%H:%M} stored gs://{BUCKET}/{name}")

    announce(store(extract()))


sealmetrics_to_bq()
