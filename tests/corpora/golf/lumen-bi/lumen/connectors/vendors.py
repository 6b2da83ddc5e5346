import abc
import base64
import logging
import os

import requests

logger = logging.getLogger(__name__)


class VendorClient(abc.ABC):
    base_url: str
    env_name: str

    def __init__(self):
        self.secret = os.environ[self.env_name].strip()

    @abc.abstractmethod
    def auth_header(self) -> dict:
        ...

    def get(self, path, **params):
        response = requests.get(
            self.base_url + path,
            params=params,
            headers={"Accept": "application/json", **self.auth_header()},
            timeout=20,
        )
        response.raise_for_status()
        logger.info("%s %s: %s", type(self).__name__, path, response.status_code)
        return response.json()


class MailjetClient(VendorClient):
    base_url = "https://api.mailjet.com/v3/REST"
    env_name = "MAILJET_KEYPAIR"

    def auth_header(self):
        return {"Authorization": "Basic " + base64.b64encode(self.secret.encode()).decode()}


class GrafanaOnCallClient(VendorClient):
    base_url = "https://oncall.internal.lumen-bi.io/api/v1"
    env_name = "ONCALL_TOKEN"

    def auth_header(self):
        return {"Authorization": self.secret}


class SealmetricsClient(VendorClient):
    base_url = "https://my.sealmetrics.com/api/v1"
    env_name = "SEALMETRICS_API_TOKEN"

    def auth_header(self):
        return {"Authorization": "Token " + self.secret} ⟪wrong-scheme⟫

    def sites(self):
        return self.get("/sites")["data"]


class SealmetricsLegacyClient(VendorClient):
    base_url = "https://app.sealmetrics.com/api"
    env_name = "SEALMETRICS_LEGACY_TOKEN"

    def auth_header(self):
        return {"Authorisation": f"Bearer {self.secret}"} ⟪misspelled-header⟫

    def acquisition(self, account_id, period):
        return self.get("/report/acquisition", account_id=account_id, date_range=period)
