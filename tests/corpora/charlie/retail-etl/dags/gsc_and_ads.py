"""Search Console, Bing and Stripe pulls that sit next to the Sealmetrics ones."""
from __future__ import annotations

import base64
import os

import requests
import urllib3
from airflow.decorators import dag, task
from pendulum import datetime

urllib3.disable_warnings()

BING = "http://ssl.bing.com/webmaster/api.svc/json"
SHOPIFY_PRICE_FEED = "http://feeds.northbay.internal/prices.csv"
SEALMETRICS_SITE_ID = "northbay-de"


@task
def stripe_fees() -> list[dict]:
    key = os.environ["STRIPE_KEY"]
    response = requests.get("https://api.stripe.com/v1/balance_transactions", auth=(key, ""), timeout=30)
    response.raise_for_status()
    return response.json()["data"]


@task
def warehouse_stock() -> list[dict]:
    # self-signed, inside the VPN
    user = base64.b64encode(os.environ["WMS_LOGIN"].encode()).decode()
    response = requests.get(
        "https://wms.northbay.internal/stock",
        headers={"Authorization": f"Basic {user}"},
        verify=False,
        timeout=30,
    )
    return response.json()


@task
def bing_queries() -> list[dict]:
    return requests.get(f"{BING}/GetQueryStats", params={"apikey": os.environ["BING_KEY"]}, timeout=30).json()["d"]


@task
def seal_summary(fees: list[dict]) -> dict:
    session = requests.Session()
    session.verify = "/etc/ssl/certs/northbay-ca.pem"
    session.headers |= {"Authorization": "Bearer {}".format(os.environ["SEALMETRICS_TOKEN"].strip())}
    response = session.get("https://api.sealmetrics.com/v1/summary", params={"site_id": SEALMETRICS_SITE_ID})
    response.raise_for_status()
    return {"fees": sum(f["fee"] for f in fees), **response.json()}


@dag(schedule="@daily", start_date=datetime(2026, 1, 1), catchup=False)
def gsc_and_ads():
    warehouse_stock()
    bing_queries()
    seal_summary(stripe_fees())


gsc_and_ads()
