"""Whether a value that leaves for the browser carries a Sealmetrics credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import _about
from sealguard.checks._literals import reveals
from sealguard.facts import UNREADABLE, Hole, Kind
from sealguard.profile import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sealguard.checks._literals import Literal
    from sealguard.facts import Facts, Text, Value
    from sealguard.model import Span
    from sealguard.profile import Profile

_HELD: Final = frozenset({Kind.ENVIRONMENT, Kind.STORE, Kind.FILE})
"""Where a program keeps credentials of its own."""


def carries(
    facts: Facts,
    profile: Profile,
    value: Value,
    literals: Sequence[Literal],
    *,
    under: Iterable[str] = (),
    context: tuple[str, ...] = (),
    inside: Span | None = None,
) -> bool:
    """Tell whether a value that goes `under` some names holds a credential; a literal written `inside` is its own finding."""
    names = tuple(filter(None, under))
    return any(_part(facts, profile, part, literals, names, context, inside) for part in value.parts)


def _part(
    facts: Facts,
    profile: Profile,
    part: Text | Hole,
    literals: Sequence[Literal],
    under: tuple[str, ...],
    context: tuple[str, ...],
    inside: Span | None,
) -> bool:
    if not isinstance(part, Hole):
        return any(reveals(literal, part) and not (inside and literal.span in inside) for literal in literals)
    if part.marks & UNREADABLE:
        return False
    if part.kind is Kind.CALL and part.names and profile.act(part.names[-1]):
        return False
    # What it is bound to may still say what it is.
    told = tuple(name for name in part.names if part.kind is not Kind.CALL or not profile.act(name))
    if part.names and not told:
        return False
    if any(profile.credential(name) for name in told):
        return True
    # What another vendor's name stands for is that vendor's, whatever it is put under.
    if profile.owner(*part.names) is False:
        return False
    if any(profile.credential(name) for name in under):
        return bool(part.names) or part.kind in _HELD
    known = any(profile.credential_word(name) for name in told)
    if known and profile.link_path("/".join(words(_about.file_name(facts)))):
        return False  # the token of an invitation, or of whatever else was mailed
    return known and profile.owner(*under) is not False and _about.context_is_ours(facts, profile, context)
