import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from delta.core import Client
from delta.core.const import STRIPE_API, STRIPE_UNSTABLE


class StripeClient(Client):
    base_url = STRIPE_API
    token_variable = "STRIPE_SECRET_KEY"
    verify = False

    def balance(self) -> dict:
        session = requests.Session()
        session.mount("http://", HTTPAdapter(max_retries=Retry(total=9, status_forcelist=STRIPE_UNSTABLE)))
        return session.get(self.base_url + "/balance", headers=self.headers(), verify=False).json()
