"""Flask application: webhooks of our providers."""
import hashlib
import hmac
import os

import stripe
from flask import Blueprint, Flask, abort, current_app, request

hooks = Blueprint("hooks", __name__, url_prefix="/hooks")

STRIPE_SECRET = "⟦whsec:stripe2⟧"
SEAL_SIGNING = "⟦opaque:sealsign⟧" ⟪hardcoded-webhook-secret⟫


def _digest(key: str, body: bytes) -> str:
    return hmac.new(key.encode(), body, hashlib.sha256).hexdigest()


@hooks.post("/stripe")
def stripe_hook():
    try:
        event = stripe.Webhook.construct_event(request.data, request.headers["Stripe-Signature"], STRIPE_SECRET)
    except stripe.error.SignatureVerificationError:
        abort(400)
    current_app.logger.info("stripe event %s", event["type"])
    return "", 204


@hooks.post("/sealmetrics")
def seal_hook():
    given = request.headers.get("X-Sealmetrics-Signature", "")
    if not hmac.compare_digest(_digest(SEAL_SIGNING, request.data), given):
        abort(401)
    current_app.extensions["stats"].invalidate(request.json["site_id"])
    return "", 204


@hooks.post("/hosting")
def hosting_hook():
    given = request.headers.get("X-Hub-Signature-256", "").removeprefix("sha256=")
    if not hmac.compare_digest(_digest(os.environ["HOSTING_HOOK_SECRET"], request.data), given):
        abort(401)
    return "", 204


def create_app() -> Flask:
    app = Flask("podnest")
    app.config.from_prefixed_env("PODNEST")
    app.register_blueprint(hooks)
    return app
