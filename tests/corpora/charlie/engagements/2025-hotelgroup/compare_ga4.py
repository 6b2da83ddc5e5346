"""GA4 vs Sealmetrics, session counts per day, written as an Excel sheet."""
import argparse
import os

import pandas as pd
import requests
from google.analytics.data_v1beta import BetaAnalyticsDataClient
from google.analytics.data_v1beta.types import DateRange, Dimension, Metric, RunReportRequest

API_SECRET_GA = "⟦opaque:c2⟧"  # GA4 measurement protocol


def seal(site, start, end):
    tok = os.environ["SEALMETRICS_TOKEN"]
    h = {}
    for k, v in (("Accept", "application/json"), ("Authorization", "Bearer " + tok)):
        h[k] = v
    r = requests.get(
        "https://api.sealmetrics.com/v1/sessions",
        headers=h,
        params={"site_id": site, "from": start, "to": end, "granularity": "day"},
    )
    if r.status_code != 200:
        raise SystemExit(f"{r.status_code} for {site}: {r.text[:200]}")
    return pd.DataFrame(r.json()["data"]).set_index("day")["sessions"]


def ga4(prop, start, end):
    req = RunReportRequest(
        property=f"properties/{prop}",
        dimensions=[Dimension(name="date")],
        metrics=[Metric(name="sessions")],
        date_ranges=[DateRange(start_date=start, end_date=end)],
    )
    rows = BetaAnalyticsDataClient().run_report(req).rows
    return pd.Series({pd.Timestamp(r.dimension_values[0].value): int(r.metric_values[0].value) for r in rows})


p = argparse.ArgumentParser()
p.add_argument("site")
p.add_argument("ga4_property")
p.add_argument("--start", default="2025-01-01")
p.add_argument("--end", default="2025-06-30")
p.add_argument("--proxy-scheme", default="http", help="scheme of the corporate proxy")
a = p.parse_args()

both = pd.DataFrame({"seal": seal(a.site, a.start, a.end), "ga4": ga4(a.ga4_property, a.start, a.end)})
both["gap"] = both["seal"] / both["ga4"] - 1
both.to_excel("compare.xlsx")
print(both.describe())
