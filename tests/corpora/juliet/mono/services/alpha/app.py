import os

import requests
from flask import Flask, jsonify

app = Flask(__name__)

API = "https://api.sealmetrics.com/v1"


@app.get("/stats/<report>")
def stats(report: str):
    upstream = requests.get(
        f"{API}/stats/{report}",
        params={"account_id": os.environ["ACCOUNT"]},
        headers={"Authorization": f"Bearer {os.environ['SEALMETRICS_API_TOKEN']}"},
        timeout=10,
    )
    if upstream.status_code != 200:
        app.logger.warning("%s answered %s", report, upstream.status_code)
        return jsonify(error="upstream"), 502
    return jsonify(upstream.json())
