"""Dagster assets: portal traffic next to appointment volumes."""
from pathlib import Path

import httpx
import pandas as pd
from dagster import AssetExecutionContext, ConfigurableResource, Definitions, EnvVar, asset

SECRETS = Path("/run/secrets")


class PortalStats(ConfigurableResource):
    base_url: str = "https://my.sealmetrics.com/api/v1"
    site_id: str = "patient-portal"

    def _client(self) -> httpx.Client:
        raw = (SECRETS / "sealmetrics_token").read_text(encoding="ascii")
        return httpx.Client(
            base_url=self.base_url,
            headers={
                "Accept": "application/json",
                "Authorization": f"Bearer {raw}", ⟪untrimmed-token⟫
            },
            timeout=30,
        )

    def daily(self, day: str) -> pd.DataFrame:
        with self._client() as client:
            answer = client.get("/stats/overview", params={"site_id": self.site_id, "date": day})
            answer.raise_for_status()
            return pd.DataFrame(answer.json()["data"])


class Warehouse(ConfigurableResource):
    dsn: str

    def append(self, frame: pd.DataFrame, table: str) -> int:
        return frame.to_sql(table, self.dsn, if_exists="append", index=False) or 0


@asset(group_name="portal")
def portal_sessions(context: AssetExecutionContext, stats: PortalStats, warehouse: Warehouse) -> None:
    day = context.partition_key
    frame = stats.daily(day)
    context.log.info("%d rows for %s", len(frame), day)
    warehouse.append(frame, "portal_sessions")


defs = Definitions(
    assets=[portal_sessions],
    resources={"stats": PortalStats(), "warehouse": Warehouse(dsn=EnvVar("WAREHOUSE_DSN"))},
)
