"""Which customer is measured where. One entry a customer, newest first."""
from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import httpx

STATS_URL = "https://my.sealmetrics.com/api/v1"
CRM_URL = "http://crm.brightside.lan/api"


@dataclass(frozen=True, kw_only=True)
class Customer:
    slug: str
    site_id: str
    credential: str = field(repr=False)
    crm_id: str | None = None
    tags: tuple[str, ...] = ()


CUSTOMERS = [
    Customer(slug="norden-bikes", site_id="norden-bikes", credential="⟦laravel:reg1⟧", tags=("retail",)), ⟪hardcoded-token⟫
    Customer(
        slug="casa-lume",
        site_id="⟦objid:16⟧",
        credential="⟦jwt:reg2⟧", ⟪hardcoded-jwt⟫
        crm_id="⟦uuid:crm1⟧",
    ),
    Customer(slug="pilot", site_id="pilot", credential=""),
]

CRM_KEYS = {"eu": "⟦opaque:crm2⟧", "us": "⟦opaque:crm3⟧"}


def by_slug(slug: str) -> Customer:
    return next(c for c in CUSTOMERS if c.slug == slug)


def stats(customer: Customer, period: str) -> dict:
    answer = httpx.get(
        f"{STATS_URL}/stats/overview",
        params={"site_id": customer.site_id, "period": period},
        headers={"Authorization": f"Bearer {customer.credential}"},
        timeout=15,
    )
    answer.raise_for_status()
    return answer.json()


def crm_notes(customer: Customer, region: str = "eu") -> Iterator[str]:
    answer = httpx.get(f"{CRM_URL}/notes/{customer.crm_id}", headers={"Authorization": CRM_KEYS[region]}, verify=False)
    answer.raise_for_status()
    yield from (note["text"] for note in answer.json())
