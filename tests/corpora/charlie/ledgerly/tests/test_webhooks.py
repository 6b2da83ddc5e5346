from __future__ import annotations

import hashlib
import hmac
import secrets
import time

import pytest
from fastapi import HTTPException
from starlette.requests import Request

from app.security import webhooks

SECRET = "whsec_" + secrets.token_hex(16)
BODY = b'{"type":"traffic.peak","data":{"site_id":"ledgerly-app"}}'
STORED_DIGEST = "⟦hex:y1⟧⟦hex:y2⟧"


@pytest.fixture(autouse=True)
def spec(monkeypatch):
    monkeypatch.setitem(webhooks.VENDORS["sealmetrics"], "secret", SECRET)


def request(header: str) -> Request:
    async def receive():
        return {"type": "http.request", "body": BODY, "more_body": False}

    scope = {"type": "http", "method": "POST", "headers": [(b"x-sealmetrics-signature", header.encode())]}
    return Request(scope, receive)


def signed(at: int) -> str:
    return hmac.new(SECRET.encode(), str(at).encode() + b"." + BODY, hashlib.sha256).hexdigest()


@pytest.mark.anyio
async def test_good_signature():
    now = int(time.time())
    assert await webhooks.Verifier("sealmetrics")(request(f"{now},{signed(now)}")) == BODY


@pytest.mark.anyio
@pytest.mark.parametrize("offset, digest", [(0, STORED_DIGEST), (0, "whsec_xxxx"), (-900, None)])
async def test_refused(offset, digest):
    at = int(time.time()) + offset
    with pytest.raises(HTTPException):
        await webhooks.Verifier("sealmetrics")(request(f"{at},{digest or signed(at)}"))
