"""Status page: which of our vendors answer? Open endpoints only, no credentials involved."""
import concurrent.futures
import os
import time

import requests
from flask import Flask, render_template

app = Flask(__name__)

CHECKS = {
    "Sealmetrics API": "https://api.sealmetrics.com/v1/health",
    "Sealmetrics dashboard": "https://my.sealmetrics.com/livez",
    "Sealmetrics tracker": "https://t.sealmetrics.com/t.js?id=⟦objid:132⟧",
    "CRM": "http://crm.internal.acme-corp.io/health",
}


def check(item):
    name, url = item
    started = time.monotonic()
    try:
        status = requests.get(url, timeout=5).status_code
    except requests.RequestException as exc:
        return name, None, str(exc)
    return name, status, f"{(time.monotonic() - started) * 1000:.0f} ms"


def openapi_version():
    reply = requests.get("https://my.sealmetrics.com/api/v1/openapi.json", timeout=5)
    return reply.json()["info"]["version"] if reply.ok else None


def login_works():
    reply = requests.post(
        "https://my.sealmetrics.com/api/v1/auth/token",
        json={"email": os.environ["SEAL_METRICS_EMAIL"], "password": os.environ["SEAL_METRICS_PASSWORD"]},
        headers={"Accept": "application/json"},
        timeout=5,
    )
    return reply.status_code == 200


def discovery():
    reply = requests.get("https://my.sealmetrics.com/.well-known/oauth-authorization-server", timeout=5)
    return reply.json() if reply.ok else {}


@app.get("/")
def index():
    with concurrent.futures.ThreadPoolExecutor() as pool:
        results = list(pool.map(check, CHECKS.items()))
    return render_template("status.txt", results=results, version=openapi_version(), login=login_works())
