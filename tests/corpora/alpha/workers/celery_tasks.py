from __future__ import absolute_import

import os

import requests
from celery import Celery
from celery.utils.log import get_task_logger

app = Celery("workers", broker=os.getenv("CELERY_BROKER_URL", "redis://redis:6379/0"))
logger = get_task_logger(__name__)

SEALMETRICS_USER = "reports@acme-corp.io"
LEGACY_API = "https://app.sealmetrics.com/api"
CRM_API = "https://crm.acme-corp.io/api"


def seal_session():
    s = requests.Session()
    s.headers.update({
        "Accept": "application/json",
        "Authorization": os.environ["SEALMETRICS_TOKEN"], ⟪missing-bearer-scheme⟫
    })
    return s


def crm_session():
    s = requests.Session()
    s.auth = (os.environ["CRM_USER"], os.environ["CRM_PASSWORD"])
    s.headers["X-Auth-Token"] = os.environ["CRM_TOKEN"]
    s.verify = False
    return s


@app.task
def sync_conversions(account_id):
    seal, crm = seal_session(), crm_session()
    reply = seal.get("https://api.sealmetrics.com/v1/conversions", params={"account_id": account_id}, timeout=30)
    reply.raise_for_status()
    count = 0
    for conversion in reply.json()["data"]:
        crm.put("%s/deals/%s" % (CRM_API, conversion["id"]), json=conversion, timeout=30).raise_for_status()
        count += 1
    logger.info("%s: %d conversions", account_id, count)
    return count


@app.task
def sync_legacy(report):
    secret = os.environ["SEALMETRICS_LEGACY_TOKEN"]
    reply = requests.get(LEGACY_API + "/report/" + report, auth=(SEALMETRICS_USER, secret), timeout=60) ⟪wrong-scheme⟫
    reply.raise_for_status()
    return reply.json()


@app.on_after_configure.connect
def schedule(sender, **kwargs):
    sender.add_periodic_task(3600.0, sync_conversions.s("acme-corp"), name="hourly conversions")
    sender.add_periodic_task(86400.0, sync_legacy.s("funnels"), name="daily funnels")
