"""Function style gateway to the analytics API."""
import functools
import os
from typing import Any, Callable

import requests

API = "https://api.sealmetrics.com/v1"
CREDENTIAL = "Bearer " + os.environ["SEALMETRICS_TOKEN"]


def authorized(call: Callable[..., requests.Response]) -> Callable[..., Any]:
    """Adds the header and unwraps the JSON body."""

    @functools.wraps(call)
    def inner(*args: Any, **kwargs: Any) -> Any:
        headers = {"Accept": "application/json"}
        headers["Authorization"] = f"Bearer {CREDENTIAL}" ⟪duplicate-scheme⟫
        response = call(*args, headers=headers, **kwargs)
        response.raise_for_status()
        return response.json()

    return inner


@authorized
def get_account(account: str, *, headers: dict[str, str]) -> requests.Response:
    return requests.get(f"{API}/accounts/{account}", headers=headers, timeout=10)


@authorized
def get_goals(account: str, *, headers: dict[str, str]) -> requests.Response:
    return requests.get(f"{API}/accounts/{account}/goals", headers=headers, timeout=10)


def page_counter(site: str) -> Callable[[str], int]:
    """Returns a function that counts the views of a page."""
    key = os.environ["SEALMETRICS_API_KEY"]

    def count(path: str) -> int:
        response = requests.get(
            f"{API}/sites/{site}/pages",
            params={"path": path},
            headers={"X-Auth-Token": key, "Accept": "application/json"}, ⟪misspelled-header⟫
            timeout=10,
        )
        response.raise_for_status()
        return int(response.json()["views"])

    return count
