"""A token read from a file and sent with the line break that ends the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.checks import check
from sealguard.checks.authorization._headers import judged
from sealguard.facts import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts, Value
    from sealguard.profile import Profile


@check("untrimmed-token")
def untrimmed_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Find values that come from a file, standard input or a command without being trimmed."""
    return judged(facts, profile, _fault, "authorization", "api-key")


def _fault(value: Value) -> str | None:
    if any(hole.kind is Kind.FILE and "trimmed" not in hole.marks for hole in value.holes):
        return "The token is read with the line break that ends its file and put into the header; trim it where it is read."
    return None
