import logging
import random
import time

import requests

log = logging.getLogger("sealmetrics")


def mask(value: str) -> str:
    return value[:4] + "..." if value else "(none)"


def fetch(url: str, token: str, attempts: int = 5) -> dict:
    """GET of an api.sealmetrics.com address; waits as the server asks for."""
    headers = {"Authorization": "Bearer {}".format(token)}
    log.info("calling %s as %s", url, mask(token))
    for attempt in range(attempts):
        response = requests.get(url, headers=headers, timeout=30)
        if response.status_code == 401:
            raise PermissionError("Sealmetrics refused the token, rotate it")
        if response.status_code in (429, 500, 502, 503, 504):
            wait = float(response.headers.get("Retry-After", 2**attempt))
            time.sleep(wait + random.random())
            continue
        response.raise_for_status()
        return response.json()
    raise TimeoutError(f"{url}: no answer after {attempts} attempts")
