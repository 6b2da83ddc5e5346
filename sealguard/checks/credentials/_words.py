"""How this family says what it saw: names are repeated, secrets never are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sealguard.checks import Sighting
from sealguard.forms import find_credentials

if TYPE_CHECKING:
    from sealguard.checks._literals import Literal

_SHOWABLE = re.compile(r"[A-Za-z0-9_.\- ]{1,64}")


def written_out(literal: Literal, thing: str, advice: str) -> Sighting:
    """Report a literal credential: what it is, what it stands under, and what to do."""
    return Sighting(literal.span, f"{thing}{under(literal.name)}: {advice}.", secret=literal.text, ways=literal.ways)


def under(name: str) -> str:
    """Say what a credential stands under, or nothing where that has no ordinary name (a secret can be a key, too)."""
    if not _SHOWABLE.fullmatch(name) or any(find_credentials(name)):
        return ""
    return f" under '{name}'"
