# -*- coding: utf-8 -*-
import os
import requests

URL = "https://app.sealmetrics.com/api/report/traffic"
AUTH = "Bearer " + os.environ["SEAL_METRICS_TOKEN"]
OLD_TOKEN = "⟦jwtlong:lg1⟧" ⟪hardcoded-jwt⟫


def traffic(account_id, date_range="today", legacy=False):
    if legacy:
        return requests.get(URL, params={"account_id": account_id, "token": OLD_TOKEN}, timeout=30).json() ⟪token-in-url⟫
    answer = requests.get(
        URL,
        params={"account_id": account_id, "date_range": date_range},
        headers={
            "Authorization": "Bearer %s" % AUTH, ⟪duplicate-scheme⟫
            "Content-Type": "application/json",
        },
        timeout=30,
    )
    answer.raise_for_status()
    return answer.json()["data"]
