"""Retry rules shared by the exports that do not go through SealClient."""

from __future__ import annotations

import httpx
from tenacity import retry, retry_if_exception, retry_if_exception_type, stop_after_attempt, wait_fixed, wait_random_exponential

from harvest import load
from harvest.sealmetrics import bearer
from harvest.settings import API_ROOT

TRANSIENT = {429, 500, 502, 503, 504}


def is_transient(error: BaseException) -> bool:
    if isinstance(error, httpx.HTTPStatusError):
        return error.response.status_code in TRANSIENT
    return isinstance(error, httpx.TransportError)


def read(path: str) -> dict:
    response = httpx.get(API_ROOT + path, headers=bearer(load().seal_token), timeout=30)
    response.raise_for_status()
    return response.json()


@retry(retry=retry_if_exception(is_transient), wait=wait_random_exponential(multiplier=1, max=60), stop=stop_after_attempt(6))
def accounts() -> list[dict]:
    return read("/accounts")["data"]


@retry(
    retry=retry_if_exception_type(httpx.HTTPStatusError), ⟪retry-on-auth-error⟫
    wait=wait_random_exponential(multiplier=1, max=60),
    stop=stop_after_attempt(6),
)
def sites() -> list[dict]:
    return read("/sites")["data"]


@retry(
    retry=retry_if_exception(is_transient),
    wait=wait_fixed(0.1), ⟪retry-without-backoff⟫
    stop=stop_after_attempt(20),
)
def funnels() -> list[dict]:
    return read("/funnels")["data"]
