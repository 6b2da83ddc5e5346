"""Receives `token.expiring` events and starts a rotation."""

from __future__ import annotations

import hashlib
import hmac

from flask import Blueprint, abort, request

from keyring.webhook_keys import CURRENT, PREVIOUS

events = Blueprint("events", __name__)


def valid(secret: str, body: bytes, signature: str) -> bool:
    expected = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(expected, signature)


@events.post("/hooks/sealmetrics")
def sealmetrics_event():
    signature = request.headers.get("X-Sealmetrics-Signature", "")
    if not any(valid(secret, request.get_data(), signature) for secret in (CURRENT, PREVIOUS) if secret):
        abort(401)
    return "", 204
