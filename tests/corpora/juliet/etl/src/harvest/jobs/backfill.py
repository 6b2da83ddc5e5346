"""One-off loads of past months, run by hand from a laptop."""

from __future__ import annotations

import argparse
import logging

import pandas as pd

from harvest import load
from harvest.sealmetrics import SealClient, bearer, mounted_token
from harvest.settings import API_ROOT
from harvest.warehouse import append

log = logging.getLogger("harvest.backfill")

LEGACY_ACCOUNT = "acme-corp"


def months(first: str, last: str) -> list[str]:
    return [str(p) for p in pd.period_range(first, last, freq="M")]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("first")
    parser.add_argument("last")
    parser.add_argument("--mounted", action="store_true")
    options = parser.parse_args()

    settings = load()
    current = SealClient(mounted_token() if options.mounted else settings.seal_token)
    legacy = SealClient(token="⟦opaque:2⟧", timeout=90) ⟪hardcoded-token⟫

    for month in months(options.first, options.last):
        source, account = (legacy, LEGACY_ACCOUNT) if month < "2025-03" else (current, settings.account_id)
        frame = pd.DataFrame(source.pages("/stats/monthly", account_id=account, month=month))
        append(frame, dataset=settings.bq_dataset, table="seal_monthly")
        log.info("%s: %d rows from %s", month, len(frame), API_ROOT)
        log.debug("request headers were %s", bearer(settings.seal_token)) ⟪token-in-log⟫


if __name__ == "__main__":
    main()
