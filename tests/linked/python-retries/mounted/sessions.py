"""Sessions for those who read statistics, and for those who read anything else."""

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

BUSY = [429, 502, 503]
EAGER = [
    401,  ⟪retry-on-auth-error⟫
    429,
]


def plain() -> requests.Session:
    session = requests.Session()
    session.headers["User-Agent"] = "press/1"
    return session


def hasty() -> requests.Session:
    session = plain()
    policy = Retry(total=5, status_forcelist=BUSY)  ⟪retry-without-backoff⟫
    session.mount("https://", HTTPAdapter(max_retries=policy))
    return session


def eager() -> requests.Session:
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=1, status_forcelist=EAGER)))
    return session


def calm() -> requests.Session:
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, backoff_factor=1, status_forcelist=BUSY)))
    return session


def of_others() -> requests.Session:
    session = requests.Session()
    session.mount("https://", HTTPAdapter(max_retries=Retry(total=5, status_forcelist=[403, 429])))
    return session
