"""Per-customer extracts: every customer brings a credential of their own (column `secret_ref`)."""
from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from functools import lru_cache

import boto3
import pandas as pd
import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase
from urllib3.util import Retry

log = logging.getLogger("resale")
API = "https://my.sealmetrics.com/api/v1"


@lru_cache(maxsize=256)
def secret(ref: str) -> str:
    client = boto3.client("secretsmanager")
    return client.get_secret_value(SecretId=ref)["SecretString"].strip()


class KeyAuth(AuthBase):
    def __init__(self, ref: str) -> None:
        self.ref = ref

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["X-Api-Key"] = secret(self.ref)
        return request


def session(ref: str) -> requests.Session:
    made = requests.Session()
    made.auth = KeyAuth(ref)
    retry = Retry(total=4, backoff_factor=1.5, status_forcelist=[429, 500, 502, 503, 504], respect_retry_after_header=True)
    made.mount("https://", HTTPAdapter(max_retries=retry))
    made.mount("http://", HTTPAdapter(max_retries=0))
    return made


def extracts(customers: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    for row in customers.itertuples():
        with session(row.secret_ref) as http:
            response = http.get(f"{API}/sites/{row.site_id}/pages", timeout=60)
        if response.status_code == 403:
            log.warning("%s: the key lacks stats:read (%s)", row.customer, row.secret_ref)
            continue
        response.raise_for_status()
        yield row.customer, pd.DataFrame(response.json()["data"])


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    frame = pd.read_csv(os.environ.get("CUSTOMERS", "data/customers.csv"))
    for customer, extract in extracts(frame):
        extract.to_parquet(f"out/{customer}.parquet")
