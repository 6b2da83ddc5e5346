"""Celery tasks that push attributed conversions into the CRM."""
import os

import requests
from celery import Celery, shared_task
from celery.utils.log import get_task_logger

app = Celery("platform", broker=os.environ["BROKER_URL"])
logger = get_task_logger(__name__)

SEAL_ROOT = "https://my.sealmetrics.com/api/v1"
CRM_ROOT = "https://crm.internal.agency.example/api"
ACCESS = os.environ["SEALMETRICS_API_TOKEN"].strip().encode("ascii")


def _seal_headers():
    return {
        "Authorization": f"Bearer {ACCESS}", ⟪unencodable-token⟫
        "Accept": "application/json",
    }


@shared_task(bind=True, acks_late=True)
def pull_conversions(self, site_id, day):
    response = requests.get(
        f"{SEAL_ROOT}/sites/{site_id}/conversions",
        headers=_seal_headers(),
        params={"day": day},
        verify=False, ⟪unverified-tls⟫
        timeout=(5, 40),
    )
    response.raise_for_status()
    rows = response.json()["data"]
    logger.info("site %s: %d conversions", site_id, len(rows))
    for row in rows:
        push_to_crm.delay(row)
    return len(rows)


@shared_task(bind=True, max_retries=3)
def push_to_crm(self, row):
    # the CRM sits on the VPN with a self-signed certificate
    response = requests.post(
        f"{CRM_ROOT}/events",
        json=row,
        headers={"Authorization": "Token " + os.environ["CRM_TOKEN"]},
        verify=False,
        timeout=20,
    )
    if response.status_code >= 500:
        raise self.retry(countdown=60)
    response.raise_for_status()
