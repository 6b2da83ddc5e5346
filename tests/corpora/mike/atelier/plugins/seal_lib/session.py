"""Sealmetrics session shared by the DAGs and the flows."""

import logging

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

log = logging.getLogger(__name__)

SEAL = "https://my.sealmetrics.com/api/v1"
SLOW_ANSWERS = frozenset({429, 500, 502, 503, 504})


def seal_session(token: str, retries: Retry | None = None, **headers: str) -> requests.Session:
    if retries is None:
        retries = Retry(total=5, backoff_factor=2, backoff_jitter=0.5, status_forcelist=SLOW_ANSWERS)
    session = requests.Session()
    session.mount(SEAL, HTTPAdapter(max_retries=retries))
    session.headers.update({"Authorization": "Bearer {}".format(token), **headers})
    return session


def get_json(session: requests.Session, path: str, **params) -> list[dict]:
    response = session.get(f"{SEAL}/{path}", params=params, timeout=30)
    log.info("%s %s", path, response.status_code)
    response.raise_for_status()
    return response.json()["data"]
