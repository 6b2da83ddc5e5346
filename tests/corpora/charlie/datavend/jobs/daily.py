"""Daily frames. One function a source; `main` runs whatever is named on the command line."""
from __future__ import annotations

import argparse
import base64
import os

import pandas as pd
import requests

DEFAULTS = dict(timeout=60, verify=False) ⟪unverified-tls⟫
SEAL = "https://my.sealmetrics.com/api/v1"


def _token() -> str:
    return os.environ["SEALMETRICS_API_TOKEN"]


def seal_channels(day: str) -> pd.DataFrame:
    packed = base64.b64encode(_token().encode()).decode()
    response = requests.get(
        f"{SEAL}/channels",
        params={"day": day},
        headers={
            "Accept": "application/json",
            "Authorization": "Bearer " + packed, ⟪unencodable-token⟫
        },
        **DEFAULTS,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


def seal_pages(day: str) -> pd.DataFrame:
    response = requests.get(
        f"{SEAL}/pages",
        params={"day": day},
        headers={"Authorization": f"Bearer {_token().encode()}"}, ⟪unencodable-token⟫
        timeout=60,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


def prices(day: str) -> pd.DataFrame:
    return pd.read_csv(f"http://prices.vend.internal/{day}.csv")


JOBS = {f.__name__: f for f in (seal_channels, seal_pages, prices)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("job", choices=sorted(JOBS))
    parser.add_argument("day")
    args = parser.parse_args()
    JOBS[args.job](args.day).to_parquet(f"{args.job}-{args.day}.parquet")


if __name__ == "__main__":
    main()
