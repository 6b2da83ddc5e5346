"""Which URL a header belongs to, told by brackets alone: the call, the object or the block that holds both."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.facts import Request, Unverified
from sealguard.languages import emit, keys

if TYPE_CHECKING:
    from sealguard.facts import Facts, Header, Value
    from sealguard.languages.fragment import Fragment
    from sealguard.model import Span

_DEEPEST: Final = 200
_MOST_HEADERS: Final = 200
"""How many headers wait for a request at once; more of them is no code that anybody wrote."""
_CALLEE: Final = re.compile(r"([A-Za-z_$@][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)*)\s*$")
_BLOCK_NAME: Final = re.compile(
    r"(?:class|struct|interface|object|module|namespace|enum|trait|impl|func|function|def|fn|fun|sub|variable|resource|provider|output|data|location|server)\s+"
    r"[\"']?([A-Za-z_][\w-]*)[\"']?(?:\s+[\"']([\w-]+)[\"'])?|[\"']?([A-Za-z_$][\w$.-]*)[\"']?\s*(?:=>|:=|=|:)\s*(?:[\w.]+\s*)?[({\[]?$",
)
_BLOCK: Final = re.compile(
    r"(?:\)|=>|->|\b(?:else|try|do|finally|loop|begin|static|init|get|set))\s*$|\)\s*(?:throws\s|:|->)[^={}]*$"
    r"|\b(?:class|struct|interface|module|namespace|func|function|fn|fun|def|impl|trait|enum|resource|provider|location|server)\b[^={}]*$|^\s*$",
)
"""What stands before the brace of a block of statements."""
_SCHEME: Final = re.compile(r"\s*(?:https?|wss?):/{1,2}([^/?#\s\"']+)", re.IGNORECASE)


@dataclass(slots=True)
class _Group:
    """A pair of brackets."""

    kind: str
    start: int
    parent: int
    names: tuple[str, ...]
    callee: int = -1
    """Where the name of what is called begins; -1 where nothing is."""
    label: str = ""
    said: str = ""
    """What an entry inside it says that it is called."""
    block: bool = False
    """Whether it holds statements, and not the parts of one."""
    about_headers: bool = False
    """Whether the code before it speaks of headers."""
    end: int = -1
    url: Value | None = None
    headers: list[Header] = field(default_factory=list)


class Groups:
    """Follows the brackets of a text, and what stands in them."""

    def __init__(self, fragment: Fragment, facts: Facts) -> None:
        """Add requests to `facts`."""
        self._fragment = fragment
        self._facts = facts
        self._all: list[_Group] = [_Group("", 0, -1, ())]
        self._open: list[int] = [0]
        self._urls: list[tuple[int, str, Value]] = []
        self._orphans: list[tuple[int, Header]] = []
        self._switches: list[tuple[int, str, Span]] = []
        self.constants: dict[str, Value] = {}
        self._ambiguous: set[str] = set()

    @property
    def depth(self) -> int:
        """How many brackets are open."""
        return len(self._open) - 1

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the blocks that are open, outermost first."""
        return self._all[self._open[-1]].names

    @property
    def label(self) -> str:
        """What the innermost brackets call themselves, in an entry of their own."""
        return self._all[self._open[-1]].said

    @label.setter
    def label(self, text: str) -> None:
        self._all[self._open[-1]].said = text

    @property
    def in_headers(self) -> bool:
        """Whether the innermost brackets are those of headers, or of a call that sets one."""
        group = self._all[self._open[-1]]
        return group.about_headers or keys.names_headers(group.label)

    def bracket(self, at: int, char: str, before: str) -> None:
        """Take a bracket, and the code before it."""
        if char in "([{":
            self._begin(at, char, before)
        elif len(self._open) > 1:
            group = self._all[self._open.pop()]
            group.end = at
            self._close(group)

    def _begin(self, at: int, char: str, before: str) -> None:
        if len(self._open) > _DEEPEST:
            self._open.append(self._open[-1])
            return
        parent = self._all[self._open[-1]]
        callee = _CALLEE.search(before) if char == "(" else None
        block = _BLOCK_NAME.search(before) if char != "(" else None
        found = tuple(filter(None, block.groups())) if block else ()
        names = (*parent.names, *found)[-6:]
        group = _Group(
            char,
            at,
            self._open[-1],
            names,
            at - len(before) + callee.start() if callee else -1,
            found[-1] if found else "",
        )
        group.block = char == "{" and bool(_BLOCK.search(before))
        group.about_headers = "header" in before.lower()
        self._all.append(group)
        self._open.append(len(self._all) - 1)

    def url(self, at: int, value: Value, constant: str) -> None:
        """Take a URL; `constant` names it where it is one."""
        host = _SCHEME.match(value.shape)
        if host:
            self._urls.append((at, host.group(1).lower(), value))
        group = self._all[self._open[-1]]
        if group.url is None and len(self._open) > 1:
            group.url = value
        if constant and constant in self.constants:
            self._ambiguous.add(constant)
            del self.constants[constant]
        elif constant and constant not in self._ambiguous:
            self.constants[constant] = value

    def header(self, at: int, header: Header) -> None:
        """Take a header."""
        if len(self._orphans) < _MOST_HEADERS:
            self._orphans.append((at, header))

    def switch(self, at: int, name: str, span: Span) -> None:
        """Take a switch that turns the check of certificates off."""
        self._switches.append((at, name, span))

    def _close(self, group: _Group) -> None:
        """Make a request where a call or an object holds a URL and headers."""
        if not self._orphans or group.block:
            return
        inside = [header for at, header in self._orphans if group.start < at < group.end]
        if group.url is None:
            group.url = self._constant_argument(group)
        if group.url is None or not inside:
            return
        start = group.callee if group.callee >= 0 else group.start
        emit.request(self._facts, self._fragment.outer(start, group.end + 1), (group.url,), inside)
        self._orphans = [(at, header) for at, header in self._orphans if not group.start < at < group.end]

    def _constant_argument(self, group: _Group) -> Value | None:
        if group.kind != "(" or not self.constants or not self._orphans:
            return None
        first = re.match(r"\(\s*([A-Za-z_$][\w$]*)\s*[,+)]", self._fragment.text[group.start : group.start + 120])
        return self.constants.get(first.group(1)) if first else None

    def finish(self) -> None:
        """Give headers and switches that no call holds to the one host that their block talks to."""
        starts = sorted(range(len(self._all)), key=lambda index: self._all[index].start)
        for at, header in self._orphans:
            url = self._only_url(at, starts)
            if url is not None:
                emit.request(self._facts, header.span, (url,), (header,))
        for at, name, span in self._switches[:_MOST_HEADERS]:
            url = self._only_url(at, starts)
            if url is not None:
                self._facts.requests.append(Request(span, (url,), unverified=span))
            elif keys.is_clear_switch(name):
                self._facts.unverified.append(Unverified(span))

    def _only_url(self, at: int, starts: list[int]) -> Value | None:
        """Give the URL of the innermost block around an offset that has any, if they all have one host."""
        positions = [place for place, _, _ in self._urls]
        for group in self._around(at, starts):
            low = bisect.bisect_left(positions, group.start)
            high = bisect.bisect_right(positions, group.end if group.end >= 0 else len(self._fragment.text))
            found = self._urls[low:high]
            if found and group.kind in {"{", ""}:
                return found[0][2] if len({host for _, host, _ in found}) == 1 else None
        return None

    def _around(self, at: int, starts: list[int]) -> list[_Group]:
        """Give the groups around an offset, innermost first."""
        place = bisect.bisect_right(starts, at, key=lambda index: self._all[index].start) - 1
        index = starts[place] if place >= 0 else 0
        found: list[_Group] = []
        while index >= 0:
            group = self._all[index]
            if group.end < 0 or group.end >= at:
                found.append(group)
            index = group.parent
        return found


def inside(stretches: list[tuple[int, int]], at: int) -> bool:
    """Tell whether an offset stands in one of the stretches, which are in order."""
    index = bisect.bisect_right(stretches, (at, 1 << 60)) - 1
    return index >= 0 and stretches[index][0] <= at < stretches[index][1]
