"""Credentials that are written where others read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, _about, check
from sealguard.checks._literals import find_literals, reveals
from sealguard.checks._testing import in_test
from sealguard.facts import UNREADABLE, Hole, Kind, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.checks._literals import Literal
    from sealguard.facts import Facts, Header, Output, Text
    from sealguard.profile import Profile

_FROM_OUTSIDE: Final = frozenset({Kind.ENVIRONMENT, Kind.FILE, Kind.STORE, Kind.TEMPLATE})


@check("token-in-log")
def token_in_log(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Outputs that get a credential, or headers that carry one."""
    if not facts.outputs:
        return
    literals = find_literals(facts, profile)
    for output in facts.outputs:
        if facts.zone(output.span.start) is not Zone.CODE:
            continue
        carried = any(_carries(facts, profile, output, part, literals) for value in output.values for part in value.parts)
        if carried or any(_carries_credential(facts, profile, header) for header in output.headers):
            message = (
                f"'{output.sink}' writes a Sealmetrics credential where others read it: leave it out, or write a few characters of it."
            )
            yield Sighting(output.span, message)


def _carries(facts: Facts, profile: Profile, output: Output, part: Text | Hole, literals: Sequence[Literal]) -> bool:
    if not isinstance(part, Hole):
        # A literal in the call itself is that literal's finding.
        return any(reveals(literal, part) and literal.span not in output.span for literal in literals)
    if part.marks & UNREADABLE or not part.names:
        return False
    if part.kind is Kind.CALL and profile.act(part.names[-1]):
        return False
    # What a test makes and compares is made up; what it takes from outside is not.
    if part.kind not in _FROM_OUTSIDE and in_test(facts.document.path):
        return False
    # What it is bound to may still say what it is.
    told = [name for name in part.names if part.kind is not Kind.CALL or not profile.act(name)]
    if any(profile.credential(name) for name in told) or _is_sent(facts, profile, output, part):
        return True
    return any(profile.credential_word(name) for name in told) and _about.context_is_ours(facts, profile, output.context)


def _is_sent(facts: Facts, profile: Profile, output: Output, part: Hole) -> bool:
    """Tell whether a value is the one that the same function sends to Sealmetrics as a credential, whatever it is called."""
    if part.kind is Kind.PARAMETER and not output.context:
        return False
    known = facts.memo.get("sent credentials")
    if not isinstance(known, frozenset):
        ours = (
            header for header in facts.headers if profile.header(header.name.text or "") and _about.header_is_ours(facts, profile, header)
        )
        facts.memo["sent credentials"] = known = frozenset(
            (hole.kind, hole.names, header.context[:depth])
            for header in ours
            for depth in range(len(header.context) + 1)
            for value in header.values
            for hole in value.holes
        )
    return (part.kind, part.names, output.context) in known


def _carries_credential(facts: Facts, profile: Profile, header: Header) -> bool:
    if profile.header(header.name.text or "") is None or not _about.header_is_ours(facts, profile, header):
        return False
    return any(
        any(not hole.marks & UNREADABLE for hole in value.holes) or (value.text and profile.looks_secret(value.text))
        for value in header.values
    )
