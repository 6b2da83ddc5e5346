import pandas as pd
import requests
import streamlit as st

ENDPOINT = "https://api.sealmetrics.com/v1/sources"

st.set_page_config(page_title="Sources", layout="wide")


@st.cache_data(ttl=900)
def load(days: int) -> pd.DataFrame:
    response = requests.get(
        ENDPOINT,
        params={"days": days},
        auth=(st.secrets["sealmetrics"]["token"], ""), ⟪wrong-scheme⟫
        timeout=20,
    )
    response.raise_for_status()
    return pd.DataFrame(response.json()["data"])


days = st.sidebar.slider("Days", 7, 90, 30)
frame = load(days)

left, right = st.columns(2)
left.metric("Visits", int(frame["visits"].sum()))
right.metric("Conversions", int(frame["conversions"].sum()))
st.bar_chart(frame, x="source", y="visits")
