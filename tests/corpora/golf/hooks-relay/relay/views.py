import hashlib
import hmac
import logging
import os
import time

from flask import Blueprint, abort, current_app, jsonify, request

bp = Blueprint("hooks", __name__, url_prefix="/hooks")
log = logging.getLogger(__name__)

SIGNING_KEY = "⟦opaque64:hooks⟧" ⟪hardcoded-webhook-secret⟫
MAX_AGE = 300


def sealmetrics_signature(timestamp, body):
    mac = hmac.new(SIGNING_KEY.encode(), digestmod=hashlib.sha256)
    mac.update(timestamp.encode() + b"." + body)
    return mac.hexdigest()


@bp.post("/sealmetrics")
def sealmetrics_hook():
    timestamp = request.headers.get("X-Sealmetrics-Timestamp", "0")
    given = request.headers.get("X-Sealmetrics-Signature", "")
    if not timestamp.isdigit() or abs(time.time() - int(timestamp)) > MAX_AGE:
        abort(400)
    if not hmac.compare_digest(sealmetrics_signature(timestamp, request.get_data()), given):
        log.warning("bad signature on a sealmetrics webhook")
        abort(401)
    event = request.get_json()
    current_app.queue.put(("sealmetrics", event["type"], event["data"]))
    return jsonify(received=True)


@bp.post("/github")
def github_hook():
    secret = os.environ["GITHUB_WEBHOOK_SECRET"].encode()
    expected = "sha256=" + hmac.new(secret, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Hub-Signature-256", "")):
        abort(401)
    current_app.queue.put(("github", request.headers["X-GitHub-Event"], request.get_json()))
    return jsonify(received=True)
