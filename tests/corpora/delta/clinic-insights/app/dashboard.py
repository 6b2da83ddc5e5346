"""Streamlit page for the study coordinators."""
import datetime as dt

import pandas as pd
import requests
import streamlit as st

st.set_page_config(page_title="Portal insights", layout="wide")

SEAL = st.secrets["sealmetrics"]


def mask(secret: str) -> str:
    return secret[:4] + "…" + "*" * 6


@st.cache_resource
def session() -> requests.Session:
    s = requests.Session()
    s.headers["X-API-Key"] = SEAL["api_key"]
    s.verify = "/etc/ssl/certs/research-ca.pem"
    return s


@st.cache_data(ttl=3600)
def overview(site_id: str, start: dt.date, end: dt.date) -> pd.DataFrame:
    answer = session().get(
        SEAL["base_url"] + "/stats/overview",
        params={"site_id": site_id, "account_id": SEAL["account_id"], "from": start.isoformat(), "to": end.isoformat()},
        timeout=20,
    )
    if answer.status_code in (401, 403):
        st.error(f"Sealmetrics refused the key ({answer.status_code}); ask the data manager to rotate it.")
        st.stop()
    answer.raise_for_status()
    return pd.DataFrame(answer.json()["data"])


st.title("Patient portal")
left, right = st.columns(2)
start = left.date_input("From", dt.date.today() - dt.timedelta(days=28))
end = right.date_input("To", dt.date.today())
frame = overview(SEAL["site_id"], start, end)
st.line_chart(frame.set_index("date")["sessions"])
st.dataframe(frame)
st.caption("Numbers come from sealmetrics.com. Consent rate is the share of visitors who opened the form.")
