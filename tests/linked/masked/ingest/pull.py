import logging
import os

import httpx

from ingest import settings

from .settings import Veil

log = logging.getLogger(__name__)
live = Veil(os.environ["SEALMETRICS_LIVE_TOKEN"])


def client():
    log.info("client with %s and %s", settings.sealmetrics_api_token, settings.sealmetrics_export_token)
    log.info(f"client with {live}")
    log.info("client with %s", settings.sealmetrics_api_token.get_secret_value()) ⟪token-in-log⟫
    log.info("client with %s", settings.sealmetrics_old_token) ⟪token-in-log⟫
    log.info("client with %s", live.reveal()) ⟪token-in-log⟫
    token = settings.sealmetrics_export_token.get_secret_value()
    return httpx.Client(
        base_url="https://api.sealmetrics.com/v1",
        headers={"Authorization": f"Bearer {token}"},
        event_hooks={"response": [lambda response: response.raise_for_status()]},
    )
