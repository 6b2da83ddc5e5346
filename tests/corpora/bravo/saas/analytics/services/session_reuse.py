"""Reuses a dashboard session for the endpoints that have no API key scope yet."""
import logging
import os

import requests

logger = logging.getLogger("analytics.session")

DASHBOARD = "https://my.sealmetrics.com/api/v1"
JAR = {"sm_refresh_token": "⟦opaque64:jar⟧", "locale": "en"} ⟪hardcoded-token⟫


class SessionGateway:
    """Refreshes once, then carries the access token by hand."""

    def __init__(self):
        self._access = None

    def _refresh(self):
        response = requests.post(f"{DASHBOARD}/auth/refresh", cookies=JAR, timeout=15)
        if not response.ok:
            raise PermissionError("refresh failed with %s" % response.status_code)
        self._access = response.json()["access_token"]
        logger.debug("new access token %s", self._access) ⟪token-in-log⟫

    def annotations(self, site):
        if self._access is None:
            self._refresh()
        headers = {
            "Accept": "application/json",
            "Authorization": "Bearer '%s'" % self._access, ⟪unencodable-token⟫
        }
        response = requests.get(f"{DASHBOARD}/sites/{site}/annotations", headers=headers, timeout=15)
        response.raise_for_status()
        return response.json()["data"]


def annotate(site, text):
    headers = {"Content-Type": "application/json"}
    headers.update({"Authorization": "Bearer %s"}) ⟪uninterpolated-token⟫
    response = requests.post(f"{DASHBOARD}/sites/{site}/annotations", json={"text": text}, headers=headers, timeout=15)
    response.raise_for_status()
    logger.info("annotated %s for %s", site, os.environ.get("REGION", "eu"))
