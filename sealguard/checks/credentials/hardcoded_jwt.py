"""Literal JSON Web Tokens."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sealguard import jwt
from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.model import Level
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_SCOPE = re.compile(r"[a-z][a-z0-9_:.*-]{0,39}", re.IGNORECASE)
_MOST_SCOPES = 6


@check("hardcoded-jwt")
def hardcoded_jwt(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """JWTs that are Sealmetrics' by their claims, their name, or where they are sent; what they say of themselves is told."""
    for literal in find_literals(facts, profile):
        if literal.kind is not Credential.JWT or literal.hidden:
            continue
        claims = jwt.read_claims(literal.text) or {}
        expires = jwt.expiry(claims)
        expired = expires is not None and expires < time.time()
        act = "remove it" if expired else "revoke it"
        message = (
            f"A Sealmetrics access token (JWT{_told(claims, expires, expired=expired)}) is written out: {act}, and obtain one at run time."
        )
        yield Sighting(literal.span, message, secret=literal.text, level=Level.WARNING if expired else None, ways=literal.ways)


def _told(claims: Mapping[str, Any], expires: float | None, *, expired: bool) -> str:
    """Say when a token expires and what it may do. Its claims are untrusted text: only what looks like a scope is repeated."""
    told = ""
    if expires is not None:
        told += f", {'expired' if expired else 'expires'} '{datetime.fromtimestamp(expires, UTC):%Y-%m-%d}'"
    scopes = [scope for scope in jwt.scopes(claims) if _SCOPE.fullmatch(scope)]
    if scopes:
        more = f" and {len(scopes) - _MOST_SCOPES} more" if len(scopes) > _MOST_SCOPES else ""
        told += f", scopes '{' '.join(scopes[:_MOST_SCOPES])}'{more}"
    return told
