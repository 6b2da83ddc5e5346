from __future__ import annotations

import hashlib
import hmac
import time
from typing import Final

from fastapi import HTTPException, Request

VENDORS: Final = {
    "adyen": {"header": "X-Adyen-Hmac", "algorithm": hashlib.sha256, "env": "ADYEN_HMAC_KEY"},
    "sealmetrics": {
        "header": "X-Sealmetrics-Signature",
        "algorithm": hashlib.sha256,
        "secret": "⟦whsec:f1⟧", ⟪hardcoded-webhook-secret⟫
        "tolerance": 300,
    },
}


class Verifier:
    def __init__(self, vendor: str) -> None:
        self.spec = VENDORS[vendor]

    def sign(self, body: bytes, at: str) -> str:
        message = at.encode() + b"." + body
        return hmac.new(self.spec["secret"].encode(), message, self.spec["algorithm"]).hexdigest()

    async def __call__(self, request: Request) -> bytes:
        body = await request.body()
        at, _, signature = request.headers.get(self.spec["header"], "").partition(",")
        if not at.isdigit() or abs(time.time() - int(at)) > self.spec["tolerance"]:
            raise HTTPException(400, "stale")
        if not hmac.compare_digest(self.sign(body, at), signature):
            raise HTTPException(401, "signature")
        return body


sealmetrics_body = Verifier("sealmetrics")
