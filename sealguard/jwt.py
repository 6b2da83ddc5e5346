"""Reads what a JSON Web Token says of itself. Nothing is verified: a committed token's claims are only told to its owner."""

from __future__ import annotations

import base64
import binascii
import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST: Final = 16_384
_SCOPES: Final = ("scopes", "scope", "scp", "permissions")


def read_claims(token: str) -> Mapping[str, Any] | None:
    """Give the claims of a token, or `None` where its payload is no JSON object."""
    parts = token.split(".")
    if len(parts) != 3 or len(token) > _LONGEST:  # noqa: PLR2004 - header, payload, signature
        return None
    try:
        payload = base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4))
        claims = json.loads(payload)
    except (binascii.Error, ValueError, RecursionError):
        return None
    return claims if isinstance(claims, dict) else None


def expiry(claims: Mapping[str, Any]) -> float | None:
    """Give when a token expires, in seconds since 1970; `None` where it does not say."""
    return _seconds(claims.get("exp"))


def issued(claims: Mapping[str, Any]) -> float | None:
    """Give when a token was made, in seconds since 1970; `None` where it does not say."""
    return _seconds(claims.get("iat", claims.get("nbf")))


def scopes(claims: Mapping[str, Any]) -> tuple[str, ...]:
    """Give the scopes that a token grants, a list's items or a string's words."""
    for name in _SCOPES:
        found = claims.get(name)
        if isinstance(found, str):
            return tuple(found.split())
        if isinstance(found, list):
            return tuple(scope for scope in found if isinstance(scope, str))
    return ()


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e11:  # noqa: PLR2004 - the year 5138
        return None
    return float(value)
