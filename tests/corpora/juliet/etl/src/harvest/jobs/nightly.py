"""The job that cron runs at 02:10: yesterday's figures for each account."""

from __future__ import annotations

import datetime as dt
import logging
import sys

import pandas as pd

from harvest import load
from harvest.sealmetrics import AuthError, SealClient
from harvest.warehouse import append

log = logging.getLogger("harvest.nightly")


def yesterday() -> str:
    return (dt.date.today() - dt.timedelta(days=1)).isoformat()


def main() -> int:
    settings = load()
    client = SealClient(settings.seal_token)
    day = yesterday()
    try:
        rows = list(client.pages("/stats/daily", size=settings.page_size, account_id=settings.account_id, date=day))
    except AuthError as error:
        log.error("sealmetrics refused us, not retrying: %s", error)
        return 2
    frame = pd.DataFrame(rows)
    append(frame, dataset=settings.bq_dataset, table="seal_daily")
    log.info("%d rows for %s", len(frame), day)
    return 0


if __name__ == "__main__":
    sys.exit(main())
