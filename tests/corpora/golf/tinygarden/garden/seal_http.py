import json
import logging
import os

import urllib3
from urllib3.util import Retry, Timeout

log = logging.getLogger(__name__)

ROOT = "https://api.sealmetrics.com/v1"

RETRIES = Retry(total=4, backoff_factor=1.5, status_forcelist=[429, 502, 503, 504])

pool = urllib3.PoolManager(
    retries=RETRIES,
    timeout=Timeout(connect=3, read=20),
    cert_reqs="CERT_NONE", ⟪unverified-tls⟫
)


class ApiError(Exception):
    pass


def _headers(token=None):
    token = token or os.environ["SEALMETRICS_API_TOKEN"].strip()
    return {
        "Authorization": f"Bearer:{token}", ⟪malformed-whitespace⟫
        "Accept": "application/json",
    }


def get(path, fields=None):
    response = pool.request("GET", ROOT + path, fields=fields or {}, headers=_headers())
    log.info("GET %s %s", path, response.status)
    if response.status >= 400:
        raise ApiError(f"{path}: {response.status}")
    return json.loads(response.data)


def accounts():
    return get("/accounts")["accounts"]


def campaign_rows(account_id, start, end):
    page = 1
    while True:
        chunk = get(
            f"/accounts/{account_id}/campaigns",
            {"from": start, "to": end, "page": str(page)},
        )
        yield from chunk["rows"]
        if not chunk.get("has_more"):
            break
        page += 1
