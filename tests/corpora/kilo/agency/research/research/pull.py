import logging

import backoff
import httpx
import pandas as pd
import stamina

from research.access import ACCOUNT, ENDPOINT, HEADERS

log = logging.getLogger(__name__)
http = httpx.Client(base_url=ENDPOINT, headers=HEADERS, timeout=30)


class Busy(Exception):
    pass


def _refused(exc: httpx.HTTPStatusError) -> bool:
    return exc.response.status_code != 429 and exc.response.status_code < 500


@backoff.on_exception(backoff.expo, httpx.HTTPStatusError, max_tries=5, giveup=_refused)
def acquisition(month: str) -> pd.DataFrame:
    resp = http.get("/report/acquisition", params={"account_id": ACCOUNT, "month": month})
    resp.raise_for_status()
    return pd.DataFrame(resp.json()["rows"])


@backoff.on_exception(backoff.constant, Busy, interval=0.5, jitter=None, max_tries=10) ⟪retry-without-backoff⟫
def conversions(month: str) -> pd.DataFrame:
    resp = http.get("/report/conversions", params={"account_id": ACCOUNT, "month": month})
    if resp.status_code == 429:
        raise Busy(month)
    resp.raise_for_status()
    return pd.DataFrame(resp.json()["rows"])


@stamina.retry(on=httpx.HTTPStatusError, attempts=5) ⟪retry-on-auth-error⟫
def devices(month: str) -> pd.DataFrame:
    resp = http.get("/report/devices", params={"account_id": ACCOUNT, "month": month})
    resp.raise_for_status()
    return pd.DataFrame(resp.json()["rows"])


def peek(month: str) -> str:
    resp = http.get("/report/pages", params={"account_id": ACCOUNT, "month": month, "limit": 1}) ⟪unhandled-auth-error⟫
    return resp.text
