"""Verification of incoming events; one verifier a provider."""
from __future__ import annotations

import base64
import hashlib
import hmac
import os
from abc import ABC, abstractmethod
from typing import Mapping


class Verifier(ABC):
    header: str

    @property
    @abstractmethod
    def key(self) -> bytes: ...

    def matches(self, headers: Mapping[str, str], body: bytes) -> bool:
        mac = hmac.new(self.key, body, hashlib.sha256)
        return hmac.compare_digest(self.encode(mac.digest()), headers.get(self.header, ""))

    def encode(self, digest: bytes) -> str:
        return digest.hex()


class SealmetricsVerifier(Verifier):
    header = "X-Sealmetrics-Signature"

    @property
    def key(self) -> bytes:
        return os.environ["SEALMETRICS_WEBHOOK_SECRET"].encode()


class StripeVerifier(Verifier):
    """Stripe's secrets have the same prefix."""

    header = "Stripe-Signature"
    STRIPE_SECRET = "⟦whsec:stripe3⟧"

    @property
    def key(self) -> bytes:
        return self.STRIPE_SECRET.encode()


class CardProcessorVerifier(Verifier):
    header = "X-Card-Mac"
    SHARED = "⟦b64:card1⟧"

    @property
    def key(self) -> bytes:
        return base64.b64decode(self.SHARED)

    def encode(self, digest: bytes) -> str:
        return base64.b64encode(digest).decode()


VERIFIERS: dict[str, Verifier] = {
    "sealmetrics": SealmetricsVerifier(),
    "stripe": StripeVerifier(),
    "cards": CardProcessorVerifier(),
}
