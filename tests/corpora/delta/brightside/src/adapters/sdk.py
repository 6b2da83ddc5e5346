"""Uses the vendor's SDK where the customer allows it."""
from __future__ import annotations

import os
from functools import partial

from plausible_sdk import Plausible
from sealmetrics import SealMetrics

ACCOUNT = "brightside"
Seal = partial(SealMetrics, account_id=ACCOUNT)


def shared() -> SealMetrics:
    return Seal(api_key=os.environ["SEALMETRICS_API_KEY"])


def demo() -> SealMetrics:
    return SealMetrics(
        api_key="⟦opaque64:sdk1⟧", ⟪hardcoded-token⟫
        account_id="⟦objid:22⟧",
    )


def plausible(site: str) -> Plausible:
    return Plausible(api_key="⟦opaque64:sdk2⟧", base_url="http://plausible.brightside.lan", site_id=site)


def for_customer(slug: str) -> SealMetrics:
    name = "SEALMETRICS_API_KEY_" + slug.upper().replace("-", "_")
    key = os.environ.get(name)
    if key is None:
        raise LookupError(f"no key for {slug}: set {name}")
    return SealMetrics(api_key=key, account_id=slug)


def monthly(slug: str, month: str) -> dict[str, int]:
    client = for_customer(slug)
    overview = client.stats.overview(month=month)
    return {"sessions": overview.sessions, "conversions": overview.conversions}
