from __future__ import annotations

import os

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from .const import BUSY, UNSTABLE


def _raise(response: requests.Response, *_args, **_kwargs) -> None:
    response.raise_for_status()


def _authorized() -> requests.Session:
    new = requests.Session()
    new.headers["Authorization"] = "Bearer " + os.environ["SEALMETRICS_API_TOKEN"]
    return new


#: raises by itself on 4xx and 5xx
session = _authorized()
session.hooks["response"].append(_raise)
session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=1, status_forcelist=BUSY, raise_on_status=False)))

#: hands every answer back
plain = _authorized()
plain.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=1, status_forcelist=UNSTABLE, raise_on_status=False)))
