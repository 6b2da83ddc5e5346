import hashlib
import hmac
import os
import time

from fastapi import APIRouter, Header, HTTPException, Request

router = APIRouter()

SEALMETRICS_WEBHOOK_SECRET = os.environ["SEALMETRICS_WEBHOOK_SECRET"]
STRIPE_WEBHOOK_SECRET = os.environ.get("STRIPE_WEBHOOK_SECRET", "⟦whsec:24⟧")
SIGNATURE_HEADER = "x-sealmetrics-signature"
MAX_AGE = 300


def _digest(secret: str, timestamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


@router.post("/hooks/sealmetrics", status_code=202)
async def sealmetrics_hook(
    request: Request,
    x_sealmetrics_signature: str = Header(),
    x_sealmetrics_timestamp: str = Header(),
):
    if abs(time.time() - int(x_sealmetrics_timestamp)) > MAX_AGE:
        raise HTTPException(400, "stale")
    expected = _digest(SEALMETRICS_WEBHOOK_SECRET, x_sealmetrics_timestamp, await request.body())
    if not hmac.compare_digest(expected, x_sealmetrics_signature):
        print("bad signature on", SIGNATURE_HEADER)
        raise HTTPException(400, "signature")
    event = await request.json()
    return {"received": event["id"]}


@router.post("/hooks/stripe", status_code=200)
async def stripe_hook(request: Request, stripe_signature: str = Header()):
    parts = dict(item.split("=", 1) for item in stripe_signature.split(","))
    expected = _digest(STRIPE_WEBHOOK_SECRET, parts["t"], await request.body())
    if not hmac.compare_digest(expected, parts["v1"]):
        raise HTTPException(400, "signature")
    return {"ok": True}
