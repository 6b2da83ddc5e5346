import logging

import httpx
from tenacity import before_sleep_log, retry, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from clinic.settings import settings

from .headers import api_key_header

log = logging.getLogger(__name__)


class Forbidden(RuntimeError):
    """401 or 403: somebody has to look at the key."""


def _may_get_better(exc: BaseException) -> bool:
    if isinstance(exc, httpx.HTTPStatusError):
        return exc.response.status_code in settings().retry_statuses
    return isinstance(exc, httpx.TransportError)


def _check(response: httpx.Response) -> None:
    if response.status_code in (401, 403):
        raise Forbidden(f"{response.request.url.path}: {response.status_code}")
    response.raise_for_status()


class SealClient:
    def __init__(self) -> None:
        conf = settings()
        log.info("statistics client for %s with key %s", conf.sealmetrics_site_id, conf.sealmetrics_api_key)
        self._http = httpx.Client(
            base_url=conf.sealmetrics_base_url,
            headers=api_key_header(conf.sealmetrics_api_key),
            timeout=15,
        )

    @retry(
        retry=retry_if_exception(_may_get_better),
        wait=wait_exponential_jitter(initial=1, max=45),
        stop=stop_after_attempt(5),
        before_sleep=before_sleep_log(log, logging.WARNING),
        reraise=True,
    )
    def get(self, path: str, **params: str) -> dict:
        response = self._http.get(path, params=params)
        _check(response)
        return response.json()

    def create_token(self, name: str) -> str:
        conf = settings()
        body = {
            "name": name,
            "scopes": ["stats:read"],
            "account_ids": [conf.sealmetrics_account_id],
            "expires_in_days": conf.token_days,
        }
        response = self._http.post("/api-tokens", json=body)
        _check(response)
        return response.json()["token"]
