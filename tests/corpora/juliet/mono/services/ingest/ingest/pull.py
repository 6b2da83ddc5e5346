import logging

import httpx

from ingest import settings

log = logging.getLogger(__name__)


def open_client() -> httpx.Client:
    token = settings.sealmetrics_api_token.get_secret_value()
    return httpx.Client(
        base_url=settings.sealmetrics_base,
        headers={"Authorization": f"Bearer {token}"},
        event_hooks={"response": [lambda r: r.raise_for_status()]},
        timeout=30,
    )


def events(day: str) -> list[dict]:
    rows: list[dict] = []
    with open_client() as client:
        page = 1
        while True:
            body = client.get("/events", params={"date": day, "page": page, "size": settings.batch}).json()
            rows += body["data"]
            if not body.get("next"):
                break
            page += 1
    log.info("%d events for %s with token %s", len(rows), day, settings.sealmetrics_api_token)
    return rows
