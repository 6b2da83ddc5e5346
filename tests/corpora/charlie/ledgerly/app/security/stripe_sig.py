"""Stripe signature check, with the rotation window that finance asked for."""
from __future__ import annotations

import hmac
from hashlib import sha256

# keys of the Stripe sandbox endpoints; the live ones come from Vault
STRIPE_SANDBOX_SECRETS = (
    "⟦whsec:f2⟧",
    "⟦whsec:f3⟧",
)


def parse(header: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in header.split(",") if "=" in part)


def check_stripe(body: bytes, header: str, secrets: tuple[str, ...] = STRIPE_SANDBOX_SECRETS) -> bool:
    fields = parse(header)
    signed = f"{fields['t']}.".encode() + body
    return any(
        hmac.compare_digest(hmac.new(secret.encode(), signed, sha256).hexdigest(), fields["v1"])
        for secret in secrets
    )
