"""Client factory for notebooks: one place that knows how to authenticate."""
from __future__ import annotations

import contextlib
import getpass
import os
from collections.abc import Iterator
from functools import partial, reduce

import requests

ROOT = "https://my.sealmetrics.com/api/v1"
HEADER = "Authorization"
SCHEME = "Bearer"
_TEMPLATE = "{scheme} {token}"


def _token() -> str:
    return (os.environ.get("SEALMETRICS_TOKEN") or getpass.getpass("Sealmetrics token: ")).strip()


def header_for(token: str) -> dict[str, str]:
    return {HEADER: _TEMPLATE.format(scheme=SCHEME, token=token)}


def merged(*layers: dict[str, str]) -> dict[str, str]:
    return reduce(lambda left, right: {**left, **right}, layers, {})


@contextlib.contextmanager
def seal() -> Iterator[partial]:
    with requests.Session() as session:
        session.headers.update(merged({"Accept": "application/json"}, header_for(_token())))
        yield partial(_get, session)


def _get(session: requests.Session, path: str, **params):
    response = session.get(f"{ROOT}/{path.lstrip('/')}", params=params, timeout=45)
    response.raise_for_status()
    return response.json()


def weather(city: str) -> dict:
    """Used as a covariate; the provider wants the key in the query."""
    response = requests.get(
        "http://api.weather.example/v2/history",
        params={"q": city, "api_key": os.environ["WEATHER_KEY"]},
        timeout=10,
    )
    response.raise_for_status()
    return response.json()
