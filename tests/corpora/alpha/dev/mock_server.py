"""Stand-in for the Sealmetrics API on a developer's machine.

    SEALMETRICS_BASE_URL=http://localhost:8099/v1 flask run

answers what https://api.sealmetrics.com/v1 would, from the fixtures.
"""
import json
import os
from pathlib import Path

import requests
from flask import Flask, abort, jsonify, request

FIXTURES = Path(__file__).with_name("fixtures")
MOCK_URL = os.getenv("SEALMETRICS_BASE_URL", "http://localhost:8099/v1")
DEV_TOKEN = "sm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

app = Flask(__name__)


def bearer():
    scheme, _, value = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not value:
        abort(401)
    return value


@app.before_request
def check():
    if request.path.endswith("/health"):
        return
    if bearer() != DEV_TOKEN:
        abort(403)


@app.get("/v1/health")
def health():
    return jsonify(status="ok")


@app.get("/v1/<path:name>")
def fixture(name):
    path = FIXTURES / f"{name.replace('/', '_')}.json"
    if not path.exists():
        abort(404)
    return jsonify(json.loads(path.read_text()))


def smoke():
    for path in ("accounts", "reports/overview"):
        reply = requests.get(f"http://127.0.0.1:8099/v1/{path}", timeout=2)
        assert reply.status_code == 401, path
    print("mock at", MOCK_URL, "refuses calls without a token")


if __name__ == "__main__":
    smoke()
