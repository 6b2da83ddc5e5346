"""Credentials that an encoding or a few pieces hide from a search for their text, and from nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import check
from sealguard.checks._literals import SPLIT, find_literals
from sealguard.checks.credentials._words import written_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.checks import Sighting
    from sealguard.facts import Facts
    from sealguard.profile import Profile

_HOW: Final = {
    SPLIT: "put together from pieces",
    "base64": "written as base64",
    "hex": "written as hexadecimal digits",
    "percent": "written with percent signs",
    "escape": "written with escapes",
    "reverse": "written backwards",
    "chr": "written as character codes",
}


@check("encoded-token")
def encoded_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Literal credentials of every kind that do not stand there in the clear."""
    for literal in find_literals(facts, profile):
        if literal.hidden:
            how = _HOW.get(literal.hidden, "hidden by an encoding")
            advice = "that protects nothing, so revoke it, and read its successor from the environment"
            yield written_out(literal, f"A Sealmetrics credential is {how}", advice)
