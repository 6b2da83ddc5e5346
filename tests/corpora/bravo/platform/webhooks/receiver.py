"""Receives conversion events and queues them."""
import hashlib
import hmac
import logging

from fastapi import APIRouter, Header, HTTPException, Request

from .queue import enqueue

router = APIRouter(prefix="/webhooks")
log = logging.getLogger(__name__)

SIGNING_KEY = b"⟦hex40:receiver⟧" ⟪hardcoded-webhook-secret⟫
MAX_BODY = 256 * 1024


def _signature_of(body: bytes) -> str:
    return hmac.new(SIGNING_KEY, body, hashlib.sha256).hexdigest()


@router.post("/sealmetrics")
async def sealmetrics_event(
    request: Request,
    x_sealmetrics_signature: str = Header(...),
) -> dict[str, str]:
    body = await request.body()
    if len(body) > MAX_BODY:
        raise HTTPException(413, "payload too large")
    if not hmac.compare_digest(_signature_of(body), x_sealmetrics_signature):
        log.warning("rejected a webhook of %d bytes", len(body))
        raise HTTPException(400, "bad signature")
    await enqueue("seal.events", body)
    return {"status": "queued"}


@router.get("/sealmetrics/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}
