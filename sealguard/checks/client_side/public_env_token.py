"""Credentials under names, or handed over by settings, that put them into what browsers get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.checks import Sighting, _about, check
from sealguard.checks._literals import find_literals
from sealguard.checks._testing import in_test
from sealguard.checks.client_side._carrying import carries
from sealguard.facts import Zone
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Handover, Header
    from sealguard.profile import Profile

_DEFINED: Final = re.compile(r"--dart-define(?:=|[ \t]+)[\"']?([A-Za-z_][A-Za-z0-9_]*)=")
_EXTRA: Final = re.compile(r"(?:^|/)app(?:\.config)?\.json$")
_FRAME: Final = re.compile(r"^(?:process\.env\.|import\.meta\.env\.|globalThis\.|window\.|_+)|_+$")


@check("public-env-token")
def public_env_token(facts: Facts, profile: Profile) -> Iterator[Sighting]:
    """Reads, definitions and hand-overs, one a line."""
    document = facts.document
    # A source map holds many files on one line.
    said: set[tuple[int, str]] = set()
    literals = {document.line_number(literal.span.start): literal.text for literal in find_literals(facts, profile)}
    for span, message in sorted(_places(facts, profile)):
        line = document.line_number(span.start)
        reason = facts.delivered(span.start)
        if (line, reason) not in said and facts.zone(span.start) is Zone.CODE:
            said.add((line, reason))
            # The literal of the same entry is not said twice.
            where = f"In {reason}: " if reason.startswith("a source map") else ""
            yield Sighting(span, where + message, secret=literals.get(line))


def _places(facts: Facts, profile: Profile) -> Iterator[tuple[Span, str]]:
    sent = _sent(facts, profile)
    for variable in facts.variables:
        if not variable.defined and in_test(facts.document.path):
            continue  # no bundle has a test's code in it
        if profile.credential(variable.name) is not None or variable.name in sent:
            yield variable.span, _named(profile, variable.name)
    for handed in facts.handovers:
        # What is delivered as it stands is client code, and its literals are that rule's.
        if _is_credential(facts, profile, handed) and not (_is_literal(handed) and facts.delivered(handed.span.start)):
            yield handed.span, _handed(handed.how)
    for match in _DEFINED.finditer(facts.document.text):
        if profile.credential(match[1]) is not None:
            yield Span(*match.span(1)), _handed("'--dart-define'")
    if _EXTRA.search(facts.document.path):
        yield from _extra(facts, profile)


def _sent(facts: Facts, profile: Profile) -> set[str]:
    """Give the public names, whosever they seem, whose values go to Sealmetrics in a header."""
    if all(profile.credential(variable.name) is not None for variable in facts.variables):
        return set()
    found: set[str] = set()
    for header in facts.headers:
        names = {name for value in header.values for hole in value.holes for name in hole.names if profile.public_prefix(name)}
        if names and _is_sent(facts, profile, header):
            found |= names
    return found


def _is_sent(facts: Facts, profile: Profile, header: Header) -> bool:
    return profile.header(header.name.text or "") is not None and _about.header_is_ours(facts, profile, header)


def _is_credential(facts: Facts, profile: Profile, handed: Handover) -> bool:
    name = _FRAME.sub("", handed.name)
    literals = find_literals(facts, profile)
    if any(carries(facts, profile, value, literals, under=(name,)) for value in handed.values):
        return True
    # What the value is cannot be seen, but what it is called can.
    unseen = not handed.values or any(not hole.names for value in handed.values for hole in value.holes)
    return unseen and profile.credential(name) is not None


def _extra(facts: Facts, profile: Profile) -> Iterator[tuple[Span, str]]:
    for literal in find_literals(facts, profile):
        held = any(literal.span in binding.span and "extra" in binding.path for binding in facts.bindings)
        if held:
            yield literal.span, _handed("Expo's 'extra'")


def _is_literal(handed: Handover) -> bool:
    return bool(handed.values) and all(value.text is not None for value in handed.values)


def _named(profile: Profile, name: str) -> str:
    prefix = profile.public_prefix(name)
    return f"'{name}' is written into what browsers get because of '{prefix}': drop the prefix, and read it on a server of yours."


def _handed(how: str) -> str:
    return f"{how} writes a Sealmetrics credential into what browsers and devices get: keep it on a server of yours."
