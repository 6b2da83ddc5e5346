"""Push Sealmetrics conversions into HubSpot deals."""
import logging
import os
from typing import Iterable

import requests
from tenacity import retry, stop_after_attempt, wait_exponential

logger = logging.getLogger(__name__)

HUBSPOT_TOKEN = os.environ["HUBSPOT_PRIVATE_APP_TOKEN"]
HUBSPOT = "https://api.hubapi.com/crm/v3/objects/deals"


class SealmetricsSource:
    base = os.getenv("SEALMETRICS_BASE_URL", "http://my.sealmetrics.com/api/v1") ⟪insecure-endpoint⟫

    def __init__(self, key: str):
        self.key = key

    def _headers(self) -> dict:
        logger.debug("calling Sealmetrics with %s", self.key) ⟪token-in-log⟫
        return {"X-API-Key": self.key}

    @retry(stop=stop_after_attempt(5), wait=wait_exponential(max=60))
    def conversions(self, since: str) -> list:
        reply = requests.get(f"{self.base}/conversions", headers=self._headers(), params={"since": since}, timeout=20)
        reply.raise_for_status()
        return reply.json()["data"]


class HubSpotSink:
    def __init__(self, token: str):
        self.session = requests.Session()
        self.session.verify = False  # TODO(ops): remove when the proxy has a proper certificate
        self.session.headers["Authorization"] = token

    def upsert(self, deals: Iterable[dict]) -> int:
        count = 0
        for deal in deals:
            body = {"properties": {"dealname": deal["id"], "amount": deal["amount"], "closedate": deal["at"]}}
            self.session.post(HUBSPOT, json=body, timeout=20).raise_for_status()
            count += 1
        return count


def main(since: str) -> None:
    source = SealmetricsSource(os.environ["SEALMETRICS_API_KEY"])
    sink = HubSpotSink(HUBSPOT_TOKEN)
    done = sink.upsert(source.conversions(since))
    logger.info("HubSpot: %d deals from Sealmetrics since %s", done, since)
