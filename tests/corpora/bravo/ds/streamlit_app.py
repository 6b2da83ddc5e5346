from pathlib import Path

import pandas as pd
import requests
import streamlit as st

API = "https://my.sealmetrics.com/api/v1"
SECRET = Path("/run/secrets/seal_token")

st.set_page_config(page_title="Traffic", layout="wide")


def auth_headers() -> dict:
    token = SECRET.read_text()
    return {
        "Accept": "application/json",
        "Authorization": f"Bearer {token}", ⟪untrimmed-token⟫
    }


@st.cache_data(ttl=600)
def traffic(site: str, days: int) -> pd.DataFrame:
    response = requests.get(
        f"{API}/sites/{site}/traffic",
        headers=auth_headers(),
        params={"days": days},
        timeout=30,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


@st.cache_data(ttl=3600)
def benchmarks(sector: str) -> pd.DataFrame:
    response = requests.get(
        f"{API}/benchmarks/{sector}",
        headers={"X-API-Key": "sm_your_api_key_here"}, ⟪placeholder-token⟫
        timeout=30,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


site = st.sidebar.text_input("Site", "acme-corp")
days = st.sidebar.slider("Days", 1, 90, 28)
left, right = st.columns(2)
left.line_chart(traffic(site, days), x="day", y="visits")
right.dataframe(benchmarks(st.sidebar.selectbox("Sector", ["retail", "travel"])))
