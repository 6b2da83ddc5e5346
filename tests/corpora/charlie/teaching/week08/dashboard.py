"""Week 8: a Streamlit page over the API."""
from __future__ import annotations

import os
from string import Template

import pandas as pd
import requests
import streamlit as st

API = "https://my.sealmetrics.com/api/v1"
AUTH = "Bearer %s"
REPORT = Template("https://my.sealmetrics.com/api/v1/reports/$name?site_id=$site")

OPTIONS = {"site_id": "uni-main", "tz": "Europe/Vienna"}


@st.cache_data(ttl=600)
def channels(days: int) -> pd.DataFrame:
    response = requests.get(
        f"{API}/channels",
        params=OPTIONS | {"days": days},
        headers={"Authorization": AUTH % os.environ["SEALMETRICS_TOKEN"]},
        timeout=20,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


@st.cache_data(ttl=600)
def pages(days: int) -> pd.DataFrame:
    query = {**OPTIONS, "days": days, "api_key": os.environ["SEALMETRICS_API_KEY"]} ⟪token-in-url⟫
    response = requests.get(f"{API}/pages", params=query, timeout=20)
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


@st.cache_data(ttl=3600)
def report(name: str) -> pd.DataFrame:
    url = REPORT.substitute(name=name, site=OPTIONS["site_id"])
    response = requests.get(url, headers={"Authorization": "Bearer %s"}, timeout=60) ⟪uninterpolated-token⟫
    response.raise_for_status()
    return pd.DataFrame(response.json()["rows"])


st.title("uni-main")
days = st.slider("days", 1, 90, 28)
st.bar_chart(channels(days), x="channel", y="sessions")
st.dataframe(pages(days))
with st.expander("reports"):
    st.dataframe(report(st.selectbox("report", ["devices", "countries"])))
