"""A token read from a file and sent with the line break that ends the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, check
from sealguard.checks.authorization._headers import credential_headers, to_blame
from sealguard.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Header, Value
    from sealguard.model import Span
    from sealguard.profile import Profile

_MESSAGE: Final = "The token is read with the line break that ends its file and put into the header; trim it."


@check("untrimmed-token")
def untrimmed_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find values that come from a file, standard input or a command without being trimmed."""
    for _, header in credential_headers(facts, profile, "authorization", "api-key"):
        places = dict.fromkeys(_to_blame(facts, header, value) for value in header.values if _is_untrimmed(value))
        yield from (Sighting(at, _MESSAGE) for at in places)


def _to_blame(facts: Facts, header: Header, value: Value) -> Span:
    """Give the header, or the call in another file that gives what sends it a token as it was read."""
    given = to_blame(header, value, _is_untrimmed)
    return given if facts.document.home(given.start)[0].path != facts.document.home(header.span.start)[0].path else header.span


def _is_untrimmed(value: Value) -> bool:
    return any(hole.kind is Kind.FILE and "trimmed" not in hole.marks for hole in value.holes)
