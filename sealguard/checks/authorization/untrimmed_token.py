"""A token read from a file and sent with the line break that ends the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import Sighting, check
from sealguard.checks.authorization._headers import credential_headers
from sealguard.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile


@check("untrimmed-token")
def untrimmed_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find values that come from a file, standard input or a command without being trimmed."""
    for _, header in credential_headers(facts, profile, "authorization", "api-key"):
        # Whoever gives a token to what sends it cannot know how that trims it.
        if any(map(_is_untrimmed, header.values)):
            yield Sighting(header.span, "The token is read with the line break that ends its file and put into the header; trim it.")


def _is_untrimmed(value: Value) -> bool:
    return any(hole.kind is Kind.FILE and "trimmed" not in hole.marks for hole in value.holes)
