import requests
from flask import Blueprint, current_app, jsonify

bp = Blueprint("stats", __name__)


@bp.get("/stats")
def stats():
    headers = {"X-API-Key": current_app.config["STATS_KEY"]}
    answer = requests.get(current_app.config["STATS_URL"] + "/report", headers=headers, timeout=10)
    answer.raise_for_status()
    return jsonify(answer.json())


@bp.get("/erp")
def erp():
    answer = requests.get("https://erp.internal/api", headers={"X-API-Key": current_app.config.get("ERP_KEY")}, timeout=10)
    answer.raise_for_status()
    return jsonify(answer.json())
