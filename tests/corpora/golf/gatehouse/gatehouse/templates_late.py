"""Header templates that are filled when a job starts."""
import logging
import os
import pathlib

import requests

logger = logging.getLogger(__name__)

AUTH_TEMPLATE = "Bearer {token}"
LEGACY_TEMPLATE = "Bearer %s"
PATH_TEMPLATE = "/accounts/{account}/{report}"

# The old box answered on http://api.sealmetrics.com/v1 until 2021; keep the firewall rule.
ROOT = "https://api.sealmetrics.com/v1"
CA_BUNDLE = "/etc/ssl/certs/gatehouse-proxy.pem"


def read_token(name):
    return pathlib.Path("/run/secrets", name).read_text(encoding="ascii").strip()


class Job:
    def __init__(self, account, report):
        self.account = account
        self.report = report
        self.session = requests.Session()
        self.session.verify = CA_BUNDLE

    def headers(self):
        return {"authorization": AUTH_TEMPLATE.format(token=read_token("sealmetrics_token"))}

    def run(self, **params):
        url = ROOT + PATH_TEMPLATE.format(account=self.account, report=self.report)
        response = self.session.get(url, headers=self.headers(), params=params, timeout=30)
        response.raise_for_status()
        return response.json()["rows"]


class LegacyJob(Job):
    root = "https://app.sealmetrics.com/api"

    def headers(self):
        return {"Authorization": LEGACY_TEMPLATE % os.environ["SEALMETRICS_LEGACY_TOKEN"]}

    def run(self, **params):
        response = self.session.get(
            f"{self.root}/report/{self.report}",
            headers=self.headers(),
            params={"account_id": self.account, **params},
            timeout=60,
        )
        response.raise_for_status()
        logger.info("legacy %s done", self.report)
        return response.json()["data"]
