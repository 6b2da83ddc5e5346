"""Credentials that text for people gives a name: tickets, logs, patches, comments, commented-out code, tables.

Nothing runs there, so that there are no requests and no headers; but what git keeps of it is as secret as anywhere else.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Text, Value, Zone
from sealguard.model import Span
from sealguard.profile import HostRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.profile import Profile

_MOST: Final = 5_000
"""How many entries of one file are kept."""
_MOST_LOOKED: Final = 10_000
"""For how many what they stand in is looked for."""
_CHARS: Final = r"[^\s\"'`<>,;|(){}\[\]\\=&]"
_VALUE: Final = rf"(?=(?P<value>{_CHARS}{{8,80}}))"
"""Looked at and not used up: what looks like a value can be the name of the next one."""
_ENTRY: Final = re.compile(
    r"(?<![\w.$])(?P<name>[A-Za-z_][\w.-]{1,80})"
    r"(?:[\\\"'`\]*]{0,4}[ \t]{0,8}(?::[ \t]{0,4}[A-Za-z][\w\[\]|.?]{0,30}[ \t]{0,4}(?==))?(?:=>|:=|[:=,|>]|\t)|[\"'][ \t]{1,8}value=)"
    r"[ \t*]{0,20}(?:\\(?!u)|[\"'`<(|]){0,4}(?:(?:Bearer|bearer)[ \t])?" + _VALUE
)
_REST: Final = re.compile(rf"{_CHARS}{{0,4096}}={{0,2}}")
_SAID: Final = re.compile(
    r"(?P<name>\bseal[ _-]?metrics[\w -]{0,40}?[ _-](?:token|key|secret|password))(?:[ \t]+(?:is|was|below|now))?[ \t]{0,4}[:=]?[ \t]+"
    r"[\"'`<*(]{0,2}" + _VALUE,
    re.IGNORECASE,
)
_SENT: Final = re.compile(r"(?:\bBearer[ \t]+|\bX-API-Key[\"']?[ \t]*[:=][ \t]*[\"']?)" + _VALUE, re.IGNORECASE)
_HOST: Final = re.compile(r"\bhttps?://([A-Za-z0-9.-]{4,200})")
_MARKS: Final = re.compile(r"[+\-](?![+\-])|[ \t]*(?:#|//|\*|;|>|--)|")
"""What may stand before a line of a patch, a comment, a quotation."""
_OUTER: Final = re.compile(r"(?:- )?[\"'\[(<]?(?P<name>[A-Za-z_][\w.-]{0,80})[\"'\])>]?\s*(?:[:=]|=>)?\s*[{\[(]?\s*$")
_FAR: Final = 30
"""How many lines above an entry what it stands in is looked for."""
_WIDE: Final = 300


def read(facts: Facts, profile: Profile) -> None:
    """Add what comments and prose give Sealmetrics' names to; the zones must be in order."""
    content = facts.document.text
    if not facts.zones or not any(ours for _, ours in profile.mentions_in(content)):
        return
    seen: set[tuple[tuple[str, ...], int]] = set()
    for names, start, end, zone in _entries(facts, profile, content):
        if start < end and (names, start) not in seen:
            seen.add((names, start))
            text = Text(content[start:end], Span(start, end))
            facts.bindings.append(Binding(names, Value((text,), text.span), text.span, zone=zone))
        if len(seen) >= _MOST:
            break


def _entries(facts: Facts, profile: Profile, content: str) -> Iterator[tuple[tuple[str, ...], int, int, Zone]]:
    budget = itertools.repeat(object=True, times=_MOST_LOOKED)
    for span, zone in facts.zones:
        if zone is Zone.CODE:
            continue
        for pattern in (_ENTRY, _SAID):
            for match in pattern.finditer(content, span.start, span.end):
                names = _names(profile, content, match, budget)
                if names:
                    yield names, match.start("value"), _end(match), zone
        for match in _SENT.finditer(content, span.start, span.end):
            line = content[_line(content, match.start()) : match.end() + _WIDE].split("\n", 1)[0]
            host = next((host for host in _HOST.findall(line[-4 * _WIDE :]) if profile.role(host) is HostRole.API), "")
            if host:
                yield (host, "bearer token"), match.start("value"), _end(match), zone


def _end(match: re.Match[str]) -> int:
    start = match.start("value")
    rest = _REST.match(match.string, start)
    return start + len(match.string[start : rest.end() if rest else start].rstrip(".:!?*_"))


def _line(content: str, at: int) -> int:
    low = max(0, at - 4 * _WIDE)
    return max(content.rfind("\n", low, at) + 1, low)


def _names(profile: Profile, content: str, match: re.Match[str], budget: Iterator[bool]) -> tuple[str, ...]:
    """Give the name with what it stands in, if that is a credential's; else nothing."""
    name = match.group("name")
    if profile.mentions(name):
        return (name,) if profile.credential(name) else ()
    if profile.credential_word(name) is None or not next(budget, False) or not profile.looks_secret(match.group("value")):
        return ()
    path = (*_outer(content, match.start("name")), name)
    return path if profile.credential(*path) else ()


def _outer(content: str, at: int) -> tuple[str, ...]:
    """Give the names of less indented lines above, outermost first: what a patch or a comment shows of a block."""
    start = content.rfind("\n", max(0, at - _WIDE), at) + 1
    depth = _depth(content[start:at]) if start or at < _WIDE else 0
    found: list[str] = []
    for _ in range(_FAR):
        if start == 0 or depth == 0:
            break
        end = start - 1
        start = content.rfind("\n", max(0, end - _WIDE), end) + 1
        line = content[start:end]
        marks = _MARKS.match(line)
        bare = line[marks.end() if marks else 0 :]
        own = _depth(line)
        if not bare.strip() or own >= depth:
            continue
        outer = _OUTER.match(bare.strip())
        if outer is None:
            break
        found.append(outer.group("name"))
        depth = own
    return tuple(reversed(found))


def _depth(line: str) -> int:
    marks = _MARKS.match(line)
    bare = line[marks.end() if marks else 0 :]
    return len(bare) - len(bare.lstrip(" \t"))
