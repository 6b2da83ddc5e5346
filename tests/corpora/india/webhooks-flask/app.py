import hashlib
import hmac
import os

from flask import Flask, abort, jsonify, make_response, render_template_string, request

app = Flask(__name__)

SEAL_HOOK_KEY = b"⟦hex40:fh1⟧" ⟪hardcoded-webhook-secret⟫
SEAL_TOKEN = os.environ["SEALMETRICS_API_TOKEN"]
PAGE = "<h1>Hooks</h1><p>{{ count }} received</p>"


@app.post("/sealmetrics/events")
def sealmetrics_event():
    expected = hmac.new(SEAL_HOOK_KEY, request.get_data(), hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, request.headers.get("X-Sealmetrics-Signature", "")):
        abort(400)
    app.logger.info("event %s", request.json["event"])
    return "", 202


@app.get("/config.json")
def config():
    return jsonify(
        site="acme-shop",
        token=SEAL_TOKEN, ⟪token-sent-to-client⟫
    )


@app.get("/")
def index():
    return make_response(render_template_string(PAGE, count=app.config.get("COUNT", 0)))
