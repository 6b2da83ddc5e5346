"""Tokens that may do more than the code that has them does."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

from sealguard import jwt
from sealguard.checks import Sighting, check
from sealguard.checks._literals import find_literals
from sealguard.checks._places import Places
from sealguard.checks.lifecycle._asked import find_asked, only_reads, reads_around
from sealguard.profile import Credential

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Entry, Facts, Value
    from sealguard.model import Span
    from sealguard.profile import Profile

_WORD: Final = re.compile(r"[A-Za-z*][\w:*.-]*")
_ESCAPED: Final = re.compile(r"%20|%2C|\+", re.IGNORECASE)
_SHOWN: Final = re.compile(r"[a-z*][a-z0-9_:.*-]{0,39}", re.IGNORECASE)
_MOST: Final = 3
"""How many scopes of a token are named."""
_ADVICE: Final = "the calls here only read: ask for the scopes that they need, such as 'read:analytics'"


@check("excessive-scope")
def excessive_scope(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Scopes that write or administer, asked for where only reading is seen, and in committed JWTs."""
    if not only_reads(facts, profile):
        return
    taken = Places()
    for asked in find_asked(facts, profile):
        for entry in asked.body.entries:
            found = _broad(facts, profile, entry) if profile.scope_name(entry.name) else None
            if found is not None and taken.claim(found[1]):
                yield Sighting(found[1], f"A Sealmetrics token is asked for with the scope '{found[0]}', and {_ADVICE}.")
    yield from _committed(facts, profile)


def _broad(facts: Facts, profile: Profile, entry: Entry) -> tuple[str, Span] | None:
    """Give the first scope of an entry that allows more than reading, and where it is written.

    What another file asks for to write may be what that one's calls need.
    """
    for value in entry.values:
        for scope, start, end in _scopes(value):
            if profile.broad_scope(scope):
                at = value.place(start, end)
                given = (part.given.span for part in value.parts if part.given is not None)
                if not scope.startswith("write") or reads_around(facts, at, *given):
                    return scope, at
    return None


def _scopes(value: Value) -> Iterator[tuple[str, int, int]]:
    """Give the scopes that a text lists, with spaces, commas or what stands for them in a URL between them."""
    shape = _ESCAPED.sub(lambda match: " " * len(match[0]), value.shape)
    for match in _WORD.finditer(shape):
        yield match[0], *match.span()


def _committed(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    for literal in find_literals(facts, profile):
        claims = (jwt.read_claims(literal.text) if literal.kind is Credential.JWT else None) or {}
        expires = jwt.expiry(claims)
        broad = [scope for scope in jwt.scopes(claims) if profile.broad_scope(scope) and _SHOWN.fullmatch(scope)]
        if broad and (expires is None or expires > time.time()):
            advice = "revoke it, and use one with the scopes that its calls need"
            message = f"A committed Sealmetrics access token has scopes that nothing here needs ('{' '.join(broad[:_MOST])}'): {advice}."
            yield Sighting(literal.span, message, secret=literal.text)
