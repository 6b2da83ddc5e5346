"""How each vendor wants to be called. One entry a vendor, credentials by name only."""
from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import requests

Headers = dict[str, str]
Builder = Callable[[str], Headers]


@dataclass(frozen=True, slots=True)
class Vendor:
    name: str
    root: str
    credential: str
    headers: Builder
    verify: bool | str = True
    paths: tuple[str, ...] = field(default_factory=tuple)


def bearer(token: str) -> Headers:
    return {"Authorization": "Bearer " + token}


def raw(token: str) -> Headers:
    return {"Authorization": token}


def drf(token: str) -> Headers:
    return {"Authorization": f"Token {token}"}


def custom(name: str) -> Builder:
    return lambda token: {name: token}


VENDORS: Final = {
    vendor.name: vendor
    for vendor in (
        Vendor("sealmetrics", "https://api.sealmetrics.com/v1", "SEALMETRICS_API_TOKEN", bearer, paths=("/accounts",)),
        Vendor("helpdesk", "http://helpdesk.internal.example/api", "HELPDESK_TOKEN", raw, verify=False),
        Vendor("shop", "https://shop.example.com/api", "SHOP_TOKEN", drf),
        Vendor("tracksy", "http://api.tracksy.example/v0", "TRACKSY_KEY", custom("X-Auth-Token")),
        Vendor("rates", "https://rates.example.org", "RATES_KEY", custom("Api-Key"), verify="/etc/ssl/corp.pem"),
    )
}


def call(name: str, path: str) -> dict:
    vendor = VENDORS[name]
    token = os.environ[vendor.credential].strip()
    response = requests.get(vendor.root + path, headers=vendor.headers(token), verify=vendor.verify, timeout=30)
    response.raise_for_status()
    return response.json()
