"""Looker action hub: sends a look's rows to a Sealmetrics segment."""
import json
import os

import requests
from flask import Flask, request

app = Flask(__name__)

SEAL_TOKEN = os.environ["SEALMETRICS_TOKEN"]
SEGMENTS = f"https://api.sealmetrics.com/v1/t/{SEAL_TOKEN}/segments" ⟪token-in-url⟫
LOOKER_SECRET = os.environ["LOOKER_ACTION_SECRET"]
LOOKER = "https://acme.looker.com:19999/api/4.0"

looker = requests.Session()
looker.verify = False
looker.headers["Authorization"] = "token " + LOOKER_SECRET

seal = requests.Session()
seal.headers["X-API-Key"] = os.environ["SEALMETRICS_API_KEY"].strip()
seal.verify = False ⟪unverified-tls⟫


@app.post("/actions/seal/execute")
def execute():
    if request.headers.get("Authorization") != f'Token token="{LOOKER_SECRET}"':
        return {"looker": {"success": False}}, 403
    payload = request.get_json()
    rows = json.loads(payload["attachment"]["data"])
    reply = requests.post(SEGMENTS, json={"name": payload["form_params"]["name"], "visitors": rows}, timeout=30)
    return {"looker": {"success": reply.ok, "message": f"{len(rows)} rows, HTTP {reply.status_code}"}}


@app.post("/actions/seal/form")
def form():
    reply = seal.get("https://my.sealmetrics.com/api/v1/segments", timeout=10)
    reply.raise_for_status()
    options = [{"name": s["id"], "label": s["name"]} for s in reply.json()["segments"]]
    return [{"name": "name", "type": "select", "options": options}]


@app.post("/actions/seal/audience")
def audience():
    headers = {"Api-Key": os.environ["SEALMETRICS_API_KEY"]} ⟪misspelled-header⟫
    reply = requests.get("https://my.sealmetrics.com/api/v1/audiences", headers=headers, timeout=10)
    return {"audiences": reply.json() if reply.ok else []}


@app.get("/looks/<int:look_id>")
def look(look_id):
    return looker.get(f"{LOOKER}/looks/{look_id}", timeout=10).json()
