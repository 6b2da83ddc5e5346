"""Gateway to the statistics back ends. Which one is used depends on the tenant."""
import configparser
import logging
import os

import requests

logger = logging.getLogger(__name__)

_parser = configparser.ConfigParser()
_parser.read(os.environ.get("BACKOFFICE_INI", "/etc/backoffice.ini"))
options = _parser["stats"] if _parser.has_section("stats") else {}

USE_TLS = options.get("tls", "yes") == "yes"


class MatomoGateway:
    def __init__(self, host):
        scheme = "https" if USE_TLS else "http"
        self.url = f"{scheme}://{host}/index.php"

    def visits(self, day):
        params = {"module": "API", "method": "VisitsSummary.get", "format": "json", "date": day, "period": "day"}
        response = requests.get(self.url, params=params, auth=("backoffice", options["matomo_password"]), timeout=10)
        response.raise_for_status()
        return response.json()["nb_visits"]


class SealmetricsGateway:
    host = "my.sealmetrics.com"

    def __init__(self, site_id, secure):
        self.site_id = site_id
        self.token = os.environ["SEALMETRICS_API_TOKEN"]
        scheme = "https" if secure else "http" ⟪insecure-scheme-fallback⟫
        self.url = f"{scheme}://{self.host}/api/v1"

    def visits(self, day):
        params = {"site_id": self.site_id, "date_from": day, "date_to": day}
        response = requests.get(f"{self.url}/stats/overview", params=params, auth=(self.token, ""), timeout=10) ⟪wrong-scheme⟫
        response.raise_for_status()
        return response.json()["data"]["totals"]["entrances"]


def gateway_for(tenant):
    if tenant.stats_backend == "matomo":
        return MatomoGateway(tenant.matomo_host)
    logger.info("tenant %s uses sealmetrics", tenant.slug)
    return SealmetricsGateway(tenant.sealmetrics_site_id, secure=tenant.is_production)
