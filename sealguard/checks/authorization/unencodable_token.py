"""Characters in the credential's place that no token has."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks.authorization._headers import credential_headers, read_credentials, sightings, token_of
from sealguard.checks.authorization._templates import find_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile

_WHOLE: Final = frozenset({"authorization", "auth"})
_QUOTES: Final = re.compile(r"[\"'`]")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_MARKS: Final = {
    "base64": "is encoded in base64 on its way into",
    "percent": "is percent-encoded on its way into",
    "quoted": "is put in quotes on its way into",
    "bytes-repr": "is bytes formatted as text, 'b' and quotes included, in",
}


@check("unencodable-token")
def unencodable_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find quotes, characters outside ASCII, percent-encoding, formatted bytes and base64."""
    for kind, header in credential_headers(facts, profile, "authorization", "api-key"):
        name = "Authorization" if kind == "authorization" else "X-API-Key"
        yield from sightings(header, partial(_fault, profile, kind, name))


def _fault(profile: Profile, kind: str, name: str, value: Value) -> str | None:
    known = "".join(part.text for part in value.texts)
    token = token_of(value, kind)
    text = "".join(part.text for part in token.texts)
    if find_template(token) or (token.text and profile.is_placeholder(token.text.strip("\"'` "))):
        return None
    if not known.isascii():
        return f"The {name} header has a character outside ASCII in it, such as a smart quote or an invisible space; type the value again."
    if _QUOTES.search(text):
        return f"The {name} header has quotes around the token; remove them."
    if _PERCENT.search(text):
        return f"The {name} header has percent-encoding in it; send the token as it was issued."
    if kind == "authorization" and _other_scheme(value):
        return None
    shown = kind != "authorization" or read_credentials(value).bearer
    for hole in token.holes:
        for mark, what in _MARKS.items():
            # Much is called an authorization; of what is put into an address, its name has to say that it is the header's.
            if mark in hole.marks and (shown or mark != "percent" or any(map(profile.credential_word, set(hole.names) - _WHOLE))):
                return f"The token {what} the {name} header; send it as it was issued."
    return None


def _other_scheme(value: Value) -> bool:
    """Tell whether a scheme that asks for an encoding of its own, `Basic` for one, is at fault instead."""
    read = read_credentials(value)
    return bool(read.scheme) and not read.bearer
