"""`Authorization` whose value is just the token."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks.authorization._headers import credential_headers, read_credentials, to_blame
from sealguard.facts import Hole, Kind
from sealguard.forms import find_credentials
from sealguard.profile import Credential, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile

# What is called so may hold the whole value, scheme and all.
_WHOLE: Final = frozenset({"header", "headers", "authorization", "bearer", "scheme", "authenticated", "authed"})
_WHOLE_HEADS: Final = frozenset({"auth", "authentication", "credentials", "credential", "creds", "cred"})
_BUILDERS: Final = frozenset({"build", "format", "prefix", "wrap", "with", "render", "compose", "prepare", "make", "to", "as", "encode"})
_BEGINNINGS: Final = ("sm_", "eyJ")


@check("missing-bearer-scheme")
def missing_bearer_scheme(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find headers that begin with the token."""
    for _, header in credential_headers(facts, profile, "authorization"):
        # Where one of several values has the scheme, the code sees to it that all have.
        sound = any(read_credentials(value).bearer for value in header.values)
        for value in header.values:
            if _is_alone(profile, value):
                place = to_blame(header, value, partial(_is_alone, profile))
                if place != header.span or not sound:
                    yield Sighting(place, "The Authorization header holds the token alone; put 'Bearer' and a space before it.")


def _is_alone(profile: Profile, value: Value) -> bool:
    read = read_credentials(value)
    return not read.scheme and _is_token(profile, read.token)


def _is_token(profile: Profile, value: Value) -> bool:
    match value.parts:
        case ():
            return False
        case (Hole() as hole,):
            return _names_token(profile, hole)
    shape = value.shape
    if any(char.isspace() for char in shape):
        return False
    if value.text is None:
        return shape.startswith(_BEGINNINGS)
    return any(find_credentials(shape)) or profile.looks_secret(shape)


def _names_token(profile: Profile, hole: Hole) -> bool:
    names = [(name, words(name)) for name in hole.names]
    if any(not _WHOLE.isdisjoint(parts) for _, parts in names):
        return False
    if hole.kind is Kind.CALL and any(not _BUILDERS.isdisjoint(parts) for _, parts in names):
        return False
    return any(
        parts and parts[-1] not in _WHOLE_HEADS and profile.credential_word(name) in {Credential.TOKEN, Credential.JWT}
        for name, parts in names
    )
