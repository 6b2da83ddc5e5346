import logging

import httpx

from .retrying import REFUSED, patient
from .settings import Settings

log = logging.getLogger(__name__)


class MuseumStats:
    def __init__(self, settings: Settings):
        self.site_id = settings.sealmetrics_site_id
        log.info("using key %s", settings.sealmetrics_api_key)
        self.http = httpx.Client(
            base_url=settings.sealmetrics_base_url,
            headers={"X-API-Key": settings.sealmetrics_api_key.get_secret_value()},
            timeout=15,
        )

    @patient
    def visitors(self, day: str) -> list[dict]:
        response = self.http.get("/stats", params={"site_id": self.site_id, "day": day})
        if response.status_code in REFUSED:
            log.error("sealmetrics refused the key: %d", response.status_code)
        response.raise_for_status()
        return response.json()["rows"]
