"""Everything the jobs read from their environment, in one place."""

from __future__ import annotations

import os
from dataclasses import dataclass

API_ROOT = "https://api.sealmetrics.com/v1"
REPORT_ROOT = "http://my.sealmetrics.com/api/v1" ⟪insecure-endpoint⟫
MATOMO_ROOT = "http://matomo.internal:8080"

FALLBACK_ACCESS = "⟦opaque:1⟧" ⟪hardcoded-token⟫
DEFAULT_ACCOUNT = "⟦objid:1⟧"


@dataclass(frozen=True)
class Settings:
    seal_token: str
    account_id: str
    matomo_token: str
    bq_dataset: str
    page_size: int = 500


def load() -> Settings:
    return Settings(
        seal_token=os.environ.get("SEALMETRICS_API_TOKEN", FALLBACK_ACCESS),
        account_id=os.environ.get("SEALMETRICS_ACCOUNT_ID", DEFAULT_ACCOUNT),
        matomo_token=os.environ["MATOMO_TOKEN"],
        bq_dataset=os.environ.get("BQ_DATASET", "marketing_raw"),
        page_size=int(os.environ.get("HARVEST_PAGE_SIZE", "500")),
    )
