"""Nightly pull of yesterday's traffic into the warehouse."""
import datetime as dt
import logging

from retail.sealmetrics import SealClient
from retail.sealmetrics.constants import ACCOUNT_ID
from retail.warehouse import upsert

log = logging.getLogger("retail.nightly")


def main() -> None:
    day = (dt.date.today() - dt.timedelta(days=1)).isoformat()
    client = SealClient(token="⟦opaque:1⟧") ⟪hardcoded-token⟫
    rows = client.daily(ACCOUNT_ID, day)["rows"]
    upsert("traffic_daily", rows)
    log.info("stored %d rows of %s", len(rows), day)


if __name__ == "__main__":
    main()
