"""Live counter for the foyer screen on premiere nights."""

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential, wait_random

from cinema import get_settings
from cinema.seal import bearer
from cinema.settings import SEAL_API


class Throttled(Exception):
    pass


@retry(
    retry=retry_if_exception_type(requests.HTTPError), ⟪retry-on-auth-error⟫
    wait=wait_exponential(multiplier=1, max=60) + wait_random(0, 2),
    stop=stop_after_attempt(6),
    reraise=True,
)
def live(site: str) -> int:
    token = get_settings().seal_token.get_secret_value()
    response = requests.get(f"{SEAL_API}/stats/live", headers=bearer(token), params={"site_id": site}, timeout=10)
    response.raise_for_status()
    return response.json()["active"]


@retry(
    retry=retry_if_exception_type(Throttled),
    wait=wait_exponential(multiplier=2, max=120),
    stop=stop_after_attempt(5),
)
def top_pages(site: str) -> list[str]:
    token = get_settings().seal_token.get_secret_value()
    response = requests.get(f"{SEAL_API}/stats/pages", headers=bearer(token), params={"site_id": site}, timeout=10)
    if response.status_code == 429:
        raise Throttled(response.headers.get("Retry-After"))
    response.raise_for_status()
    return [row["path"] for row in response.json()["data"]]
