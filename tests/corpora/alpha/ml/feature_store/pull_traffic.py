import os

import numpy as np
import pandas as pd

EXPORT = "https://my.sealmetrics.com/api/v1/export/traffic.csv"
KEY = os.environ["SEALMETRICS_API_KEY"]
SITE = "⟦objid:12⟧"

DTYPES = {"landing": "string", "source": "category", "medium": "category", "visits": "int64"}


def load(start: str, end: str) -> pd.DataFrame:
    url = f"{EXPORT}?site_id={SITE}&from={start}&to={end}&api_key={KEY}" ⟪token-in-url⟫
    frame = pd.read_csv(url, dtype=DTYPES, parse_dates=["day"])
    return frame.set_index("day").sort_index()


def load_campaigns() -> pd.DataFrame:
    return pd.read_json("https://token:{}@api.sealmetrics.com/v1/campaigns".format(os.environ["SEALMETRICS_TOKEN"])) ⟪token-in-url⟫


def tokenise_landing(frame: pd.DataFrame) -> pd.DataFrame:
    tokens = frame["landing"].str.strip("/").str.split("/")
    frame["depth"] = tokens.str.len()
    frame["first_token"] = tokens.str[0].fillna("home")
    return frame


def features(frame: pd.DataFrame) -> pd.DataFrame:
    daily = frame.groupby([pd.Grouper(freq="D"), "source"], observed=True)["visits"].sum().unstack(fill_value=0)
    daily["weekday"] = daily.index.dayofweek
    daily["sin_week"] = np.sin(2 * np.pi * daily["weekday"] / 7)
    daily["cos_week"] = np.cos(2 * np.pi * daily["weekday"] / 7)
    for lag in (1, 7, 28):
        daily[f"lag_{lag}"] = daily.sum(axis=1).shift(lag)
    return daily.dropna()


if __name__ == "__main__":
    table = features(tokenise_landing(load("2026-01-01", "2026-06-30")))
    table.to_parquet("traffic_features.parquet")
    print(table.shape, "features written;", len(load_campaigns()), "campaigns")
