"""Prefect flows; credentials live in Prefect blocks, never in the repository."""
from __future__ import annotations

from datetime import timedelta

import httpx
from prefect import flow, get_run_logger, task
from prefect.blocks.system import Secret, String
from prefect.tasks import task_input_hash

SEAL_API = "https://api.sealmetrics.com/v1"
REDCAP_API = "http://redcap.research.lan/api/"


@task(retries=3, retry_delay_seconds=60, cache_key_fn=task_input_hash, cache_expiration=timedelta(hours=6))
def portal_overview(site_id: str, start: str, end: str) -> dict:
    token = Secret.load("sealmetrics-token").get()
    log = get_run_logger()
    log.info("token %s... loaded", token[:4])
    answer = httpx.get(
        f"{SEAL_API}/stats/overview",
        params={"site_id": site_id, "from": start, "to": end},
        headers={"authorization": f"bearer {token}"},
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()


@task
def redcap_records(report: int) -> list[dict]:
    answer = httpx.post(REDCAP_API, data={"token": Secret.load("redcap").get(), "content": "report", "report_id": report, "format": "json"}, verify=False)
    answer.raise_for_status()
    return answer.json()


@flow(name="consent-funnel")
def consent_funnel(start: str, end: str) -> None:
    site = String.load("sealmetrics-site").value
    visits = portal_overview(site, start, end)
    consents = redcap_records(118)
    get_run_logger().info("visits=%s consents=%d", visits.get("sessions"), len(consents))


if __name__ == "__main__":
    consent_funnel("2026-10-01", "2026-10-31")
