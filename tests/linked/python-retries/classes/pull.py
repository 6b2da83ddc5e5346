import os

import backoff
import httpx
from failures import Busy, Refused

http = httpx.Client(base_url="https://api.sealmetrics.com/v1", headers={"X-API-Key": os.environ["SEALMETRICS_API_KEY"]})


@backoff.on_exception(backoff.constant, Busy, interval=0.5, jitter=None, max_tries=10)  ⟪retry-without-backoff⟫
def hasty(month: str) -> dict:
    answer = http.get("/stats/daily", params={"month": month})
    if answer.status_code == 429:
        raise Busy(month)
    answer.raise_for_status()
    return answer.json()


@backoff.on_exception(backoff.expo, Busy, max_tries=10)
def calm(month: str) -> dict:
    answer = http.get("/stats/daily", params={"month": month})
    if answer.status_code == 429:
        raise Busy(month)
    answer.raise_for_status()
    return answer.json()


@backoff.on_exception(backoff.expo, (Busy, Refused), max_tries=10)  ⟪retry-on-auth-error⟫
def eager(month: str) -> dict:
    answer = http.get("/stats/daily", params={"month": month})
    if answer.status_code in (401, 403):
        raise Refused(month)
    if answer.status_code == 429:
        raise Busy(month)
    answer.raise_for_status()
    return answer.json()
