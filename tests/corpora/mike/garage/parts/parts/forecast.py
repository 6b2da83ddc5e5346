import backoff
import pandas as pd
import requests

from garage_common import SEAL_ACCESS, SEAL_V1, build_session, endpoint, seal_headers

session = build_session()


def passing(error):
    return error.response is not None and error.response.status_code in (429, 502, 503)


@backoff.on_exception(
    backoff.expo,
    requests.HTTPError,
    max_tries=6,
    giveup=lambda error: not passing(error),
)
def visits(part):
    answer = session.get(
        endpoint(SEAL_V1, "stats/pages"),
        headers=seal_headers(SEAL_ACCESS),
        params={"site_id": "garage-parts", "path": f"/parts/{part}", "range": "90d"},
        timeout=30,
    )
    return pd.DataFrame(answer.json()["data"]).set_index("date")["visits"]


def forecast(part, stock):
    weekly = visits(part).rolling(7).sum().dropna()
    trend = weekly.iloc[-1] / max(weekly.iloc[0], 1)
    return {"part": part, "order": max(0, round(trend * stock.sold_last_week - stock.on_shelf))}
