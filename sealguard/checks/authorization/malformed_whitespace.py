"""White space and separators: one space after `Bearer`, none anywhere else."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks.authorization._headers import SCHEMES, credential_headers, read_credentials, sightings
from sealguard.urls import HOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile

# No-break spaces and their like are `unencodable-token`'s.
_SPACE: Final = " \t\r\n\v\f"
_RUN: Final = re.compile(r"[ ]{2,}|\t")


@check("malformed-whitespace")
def malformed_whitespace(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find what stands between scheme and token that is not one space, and white space around the value."""
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        yield from sightings(header, partial(_fault, kind))


def _fault(kind: str, value: Value) -> str | None:
    shape = value.shape
    bare = shape.strip(_SPACE)
    name = "Authorization" if kind == "authorization" else "X-API-Key"
    if not bare or bare.lower() in SCHEMES:
        return None  # a token that is empty by default, or that something adds which is not seen
    if "\n" in shape or "\r" in shape:
        return f"The {name} header has a line break in it; trim the token and write the value on one line."
    if shape != bare:
        return f"The {name} header has white space around its value; remove it."
    return _between(value) if kind == "authorization" else None


def _between(value: Value) -> str | None:
    read = read_credentials(value)
    if read.bearer:
        if read.separator == " ":
            return None
        if not read.separator and not read.token.shape[:1].isascii() and read.token.shape[:1] != HOLE:
            return None  # `unencodable-token` says what stands there
        if not read.separator:
            return "There is no space between 'Bearer' and the token in the Authorization header; write one."
        return "There is not exactly one space between 'Bearer' and the token in the Authorization header; write one and nothing else."
    if not read.scheme and value.text is None and _RUN.search(value.shape):
        return "There is not exactly one space between scheme and token in the Authorization header; write one and nothing else."
    return None
