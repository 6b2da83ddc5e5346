"""Sessions for the feeds' readers."""
import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

BUSY = [429, 502, 503]


def _raise(response, *args, **kwargs):
    response.raise_for_status()


def plain_session() -> requests.Session:
    session = requests.Session()
    session.hooks["response"].append(_raise)
    session.headers["User-Agent"] = "press-feeds/0.7"
    return session


def retrying_session() -> requests.Session:
    session = plain_session()
    policy = Retry(total=5, status_forcelist=BUSY) ⟪retry-without-backoff⟫
    session.mount("https://", HTTPAdapter(max_retries=policy))
    return session
