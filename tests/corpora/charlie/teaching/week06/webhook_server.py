"""Week 6: a receiver for Sealmetrics webhooks (Flask). Run with `flask --app webhook_server run`."""
from __future__ import annotations

import hashlib
import hmac
import os
import sqlite3
from contextlib import closing

from flask import Flask, abort, request

app = Flask(__name__)
app.config.update(
    DATABASE=os.environ.get("DATABASE", "events.sqlite"),
    # shown once in the console, looks like whsec_...
    SEALMETRICS_WEBHOOK_SECRET=os.environ.get("SEALMETRICS_WEBHOOK_SECRET", ""),
    PREVIOUS=os.environ.get("SEALMETRICS_WEBHOOK_SECRET_OLD", ""),
)

SCHEMA = "CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY, type TEXT, body TEXT)"
SAMPLE_EVENT_ID = "⟦uuid:t2⟧"
SAMPLE_SIGNATURE = "sha256=⟦hex:t1⟧⟦hex:t2⟧"


def signatures(body: bytes):
    for name in ("SEALMETRICS_WEBHOOK_SECRET", "PREVIOUS"):
        if key := app.config[name]:
            yield "sha256=" + hmac.new(key.encode(), body, hashlib.sha256).hexdigest()


@app.post("/hooks/sealmetrics")
def receive():
    body = request.get_data()
    given = request.headers.get("X-Sealmetrics-Signature", "")
    if not any(hmac.compare_digest(expected, given) for expected in signatures(body)):
        app.logger.warning("bad signature %s... from %s", given[:10], request.remote_addr)
        abort(401)
    event = request.get_json()
    with closing(sqlite3.connect(app.config["DATABASE"])) as db, db:
        db.execute(SCHEMA)
        db.execute("INSERT OR IGNORE INTO event VALUES (?, ?, ?)", (event["id"], event["type"], body.decode()))
    app.logger.info("stored %s", event["id"])
    return "", 204
