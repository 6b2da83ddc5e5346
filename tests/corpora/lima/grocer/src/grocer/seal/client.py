import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from grocer import config

log = logging.getLogger(__name__)


class SealClient:
    def __init__(self, token: str, base_url: str = config.BASE_URL):
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update({"Authorization": "Bearer " + token})
        retry = Retry(total=4, backoff_factor=0.8, status_forcelist=config.SERVER_SIDE)
        self.session.mount("https://", HTTPAdapter(max_retries=retry))

    def get(self, path: str, **params):
        response = self.session.get(f"{self.base_url}/{path}", params=params, timeout=config.TIMEOUT)
        log.info("sealmetrics %s -> %s", path, response.status_code)
        response.raise_for_status()
        return response.json()
