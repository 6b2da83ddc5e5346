"""Tokens that are made for ever, or for longer than anybody remembers them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from sealguard import jwt
from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks._places import Places
from sealguard.checks.lifecycle._asked import LIFETIME, OTHER_LIFETIMES, find_asked
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks._literals import Literal
    from sealguard.checks.lifecycle._asked import Asked
    from sealguard.facts import Body, Entry, Facts, Value
    from sealguard.profile import Profile

_DAY: Final = 86_400
_NOTHING: Final = frozenset({"", "null", "none", "nil", "undefined", "never", "false"})


@check("unbounded-token-lifetime")
def unbounded_token_lifetime(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Creation without `expires_in_days` or with too many, and committed JWTs that are valid for long."""
    taken = Places()
    for asked in find_asked(facts, profile):
        for sighting in _made(asked, profile.longest_days):
            if taken.claim(sighting.span):
                yield sighting
    for literal in find_literals(facts, profile):
        if literal.kind is Credential.JWT:
            yield from _committed(literal, profile.longest_days)


def _made(asked: Asked, longest: int) -> Iterator[Sighting]:
    entry = asked.body.get(LIFETIME) or _field(asked.body)
    if entry is None:
        if asked.makes and asked.body.complete:
            advice = f"say {longest} or fewer, and rotate it before they are over"
            yield Sighting(asked.span, f"A Sealmetrics token is made without 'expires_in_days' and never expires: {advice}.")
        return
    for value in entry.values:
        said = _too_long(value, longest)
        if said:
            place = value.parts[0].span if value.parts else entry.span
            yield Sighting(
                place, f"A Sealmetrics token is made {said}: give 'expires_in_days' {longest} or fewer, and rotate it before they are over."
            )
            return


def _field(body: Body) -> Entry | None:
    """Give the field of a type that says for how long, whose tag says what is sent: Go's `ExpiresIn int `json:"expires_in_days"``."""
    return next((entry for entry in body.entries if entry.name[:1].isupper() and OTHER_LIFETIMES.search(entry.name)), None)


def _too_long(value: Value, longest: int) -> str:
    """Say for how long a lifetime makes a token valid, if that is too long; nothing where it is not known."""
    text = value.text
    if text is None:
        return ""
    if text.strip().lower() in _NOTHING:
        return "to never expire"
    try:
        days = float(text)
    except ValueError:
        return ""
    if days <= 0:
        return "to never expire"
    return f"for {days:g} days" if days > longest else ""


def _committed(literal: Literal, longest: int) -> Iterator[Sighting]:
    claims = jwt.read_claims(literal.text) or {}
    expires, issued, now = jwt.expiry(claims), jwt.issued(claims), time.time()
    if expires is None or expires <= now:
        return  # what does not say when it ends may be ended by the server
    days = (expires - (now if issued is None else issued)) / _DAY
    if days > longest:
        advice = f"revoke it, and use one that is valid for {longest} days at most"
        yield Sighting(literal.span, f"A committed Sealmetrics access token is valid for {days:.0f} days: {advice}.", secret=literal.text)
