import hashlib
import hmac
import logging
import os
import time

from litestar import Request, Response, post
from litestar.exceptions import NotAuthorizedException

logger = logging.getLogger(__name__)

# Stripe endpoint in test mode, recreated for each workshop
STRIPE_ENDPOINT_SECRET = "⟦whsec:stripe⟧"
STRIPE_TOLERANCE = 600


def verify_stripe(payload: bytes, header: str) -> None:
    parts = dict(item.split("=", 1) for item in header.split(","))
    signed = parts["t"].encode() + b"." + payload
    expected = hmac.new(STRIPE_ENDPOINT_SECRET.encode(), signed, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, parts["v1"]):
        raise NotAuthorizedException("stripe signature")


def verify_sealmetrics(payload: bytes, timestamp: str, signature: str) -> None:
    secret = os.environ["SEALMETRICS_WEBHOOK_SECRET"].encode()
    if abs(time.time() - int(timestamp)) > 300:
        raise NotAuthorizedException("sealmetrics timestamp")
    expected = hmac.new(secret, timestamp.encode() + b"." + payload, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, signature):
        raise NotAuthorizedException("sealmetrics signature")


@post("/hooks/stripe")
async def stripe_hook(request: Request) -> Response:
    body = await request.body()
    verify_stripe(body, request.headers["Stripe-Signature"])
    logger.info("stripe event accepted")
    return Response(None, status_code=204)


@post("/hooks/sealmetrics")
async def sealmetrics_hook(request: Request) -> Response:
    body = await request.body()
    verify_sealmetrics(
        body,
        request.headers["X-Sealmetrics-Timestamp"],
        request.headers["X-Sealmetrics-Signature"],
    )
    logger.info("sealmetrics event accepted")
    return Response(None, status_code=204)
