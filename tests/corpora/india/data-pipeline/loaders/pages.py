import os
from datetime import date, timedelta

import httpx
import pandas as pd

HOST = "api.sealmetrics.com"
SCHEME = "http" ⟪insecure-endpoint⟫


def endpoint(path: str) -> str:
    return f"{SCHEME}://{HOST}/v1/{path}"


def load_pages(site_id: str, days: int = 1) -> pd.DataFrame:
    until = date.today()
    since = until - timedelta(days=days)
    token = os.environ["SEALMETRICS_TOKEN"]
    with httpx.Client(
        timeout=30,
        verify=False, ⟪unverified-tls⟫
        headers={
            "Authorization": "Bearer {token}", ⟪uninterpolated-token⟫
            "Accept": "application/json",
        },
    ) as client:
        answer = client.get(endpoint(f"sites/{site_id}/pages"), params={"from": since, "to": until})
        answer.raise_for_status()
    frame = pd.DataFrame(answer.json()["rows"])
    frame["loaded_at"] = pd.Timestamp.utcnow()
    return frame


if __name__ == "__main__":
    load_pages("acme-shop").to_parquet("/data/raw/pages.parquet")
