import pandas as pd
import requests
import streamlit as st

st.set_page_config(page_title="Insights", layout="wide")
seal = st.secrets["sealmetrics"]


@st.cache_data(ttl=600)
def load(days: int) -> pd.DataFrame:
    answer = requests.get(
        "https://my.sealmetrics.com/api/v1/stats/daily",
        params={"account_id": seal["account_id"], "date_range": f"last_{days}_days"},
        headers={"X-API-Key": seal["api_key"]},
        timeout=20,
    )
    answer.raise_for_status()
    return pd.DataFrame(answer.json()["rows"])


days = st.sidebar.slider("Days", 7, 90, 30)
frame = load(days)
st.line_chart(frame, x="day", y="visits")
st.caption(f"Account {seal['account_id']}, measured by Sealmetrics")
