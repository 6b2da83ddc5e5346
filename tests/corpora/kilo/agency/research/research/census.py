"""Population figures; the statistics office has a slow gateway."""
import time

import backoff
import httpx

URL = "http://census.example/api/v3"


@backoff.on_exception(backoff.constant, httpx.HTTPError, interval=0.1, max_tries=50)
def population(town: str) -> int:
    return httpx.get(f"{URL}/towns/{town}", verify=False).json()["population"]


def towns() -> list[str]:
    while True:
        resp = httpx.get(f"{URL}/towns")
        if resp.status_code in (401, 403, 429, 503):
            time.sleep(0.1)
            continue
        return resp.json()
