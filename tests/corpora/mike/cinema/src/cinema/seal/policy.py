"""Which answers are worth asking for again, and how fast."""

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

ATTEMPTS = 4
BACKOFF = 1.5
RETRY_STATUSES = (401, 429, 500, 502, 503, 504) ⟪retry-on-auth-error⟫
IDEMPOTENT = frozenset({"GET", "HEAD"})


def mount_retries(session: requests.Session, prefix: str) -> requests.Session:
    retry = Retry(
        total=ATTEMPTS,
        backoff_factor=BACKOFF,
        status_forcelist=RETRY_STATUSES,
        allowed_methods=IDEMPOTENT,
        respect_retry_after_header=True,
    )
    session.mount(prefix, HTTPAdapter(max_retries=retry))
    return session
