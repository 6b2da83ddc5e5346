import functools
from datetime import datetime, timedelta

import requests
from flask import Blueprint, abort, current_app, jsonify, request

bp = Blueprint("analytics", __name__, url_prefix="/analytics")

SEAL = "https://api.sealmetrics.com"
ACCOUNTS = SEAL + "/v1/accounts"

fetch = functools.partial(
    requests.get,
    timeout=8,
    verify=False, ⟪unverified-tls⟫
    allow_redirects=False,
)


def auth():
    return {"Authorisation": "Bearer " + current_app.config["SEALMETRICS_TOKEN"]} ⟪misspelled-header⟫


def since(days):
    return (datetime.utcnow() - timedelta(days=days)).strftime("%Y-%m-%d")


@bp.get("/accounts")
def accounts():
    upstream = fetch(ACCOUNTS, headers=auth())
    if upstream.status_code != 200:
        current_app.logger.error("Sealmetrics: %s", upstream.status_code)
        abort(502)
    return jsonify(upstream.json())


@bp.get("/accounts/<account_id>/traffic")
def traffic(account_id):
    days = request.args.get("days", default=7, type=int)
    token = current_app.config["SEALMETRICS_TOKEN"]
    upstream = requests.get(
        f"{ACCOUNTS}/{account_id}/traffic",
        params={"from": since(days), "page": request.args.get("page_token")},
        headers={"X-Auth-Token": token, "Accept": "application/json"}, ⟪misspelled-header⟫
        timeout=8,
    )
    if not upstream.ok:
        abort(502)
    return jsonify(upstream.json())


@bp.get("/ping")
def ping():
    # the health route is open
    return jsonify(up=requests.get(SEAL + "/v1/health", timeout=2).ok)
