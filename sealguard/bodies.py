"""Bodies of requests that are spelled as text, JSON or a form, whatever parts are known, whatever parts are not."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.facts import Body, Entry, Value
from sealguard.urls import HOLE

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 20_000
"""How much of a body is read, in code points; what makes a token is shorter."""
SCOPES: Final = ("scope", "scopes")
"""What the name ends in, in lower case, of the entry that says what a token may do: in any API that has such entries."""

_TOKEN: Final = re.compile(
    rf"""[\s,]*+(?:
        (?P<string>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+')
      | (?P<open>[{{\[])
      | (?P<close>[}}\]])
      | (?P<colon>:)
      | (?P<plain>[^\s"'{{}}\[\],:{HOLE}]++|{HOLE})
    )""",
    re.VERBOSE | re.DOTALL,
)
_FORM: Final = re.compile(rf"[\w.{HOLE}\[\]-]+=[^&\s]*(?:[ +][^&=]*)?(?:&|$)")
_PAIR: Final = re.compile(r"([^&=]*)=([^&]*)(?:&|$)")


def names_scopes(name: str) -> bool:
    """Tell whether an entry of this name says what something may do."""
    return name.replace("_", "").replace("-", "").lower().endswith(SCOPES)


def read_body(value: Value) -> Body | None:
    """Read a text as the body that it spells; `None` where it is neither an object of JSON nor a form."""
    shape = value.shape[:LONGEST]
    if shape.lstrip()[:1] == "{":
        return _Reader(value, shape).read()
    return _form(value, shape) if _FORM.match(shape.lstrip()) else None


@dataclass(slots=True)
class _Reader:
    """Reads the outermost object of a text in JSON: what lies deeper than a list of its own is left out."""

    value: Value
    shape: str
    depth: str = ""
    """The brackets that are open."""
    name: str | None = None
    named: bool = False
    """Whether the colon behind a name was read."""
    members: list[Value] = field(default_factory=list)
    start: int = -1
    whole: bool = True
    entries: list[Entry] = field(default_factory=list)
    complete: bool = True

    def read(self) -> Body:
        at = 0
        while token := _TOKEN.match(self.shape, at):
            at = token.end()
            if token["open"]:
                self._open(token["open"], token.start("open"))
            elif token["close"]:
                self._close()
                if not self.depth:
                    break
            elif token["colon"]:
                self.named = self.named or (self.depth == "{" and self.name is not None)
            else:
                kind = token.lastgroup or "plain"
                self._scalar(token[kind], token.start(kind), token.end(kind))
        return Body(tuple(self.entries), self.complete and not self.depth)

    def _open(self, bracket: str, at: int) -> None:
        if self.depth == "{" and self.named:
            self.start, self.members, self.whole = at, [], bracket == "["
        elif self.depth:
            self.whole = False
        self.depth += bracket

    def _close(self) -> None:
        self.depth = self.depth[:-1]
        if self.depth == "{" and self.named:
            self._keep(self.start)

    def _scalar(self, text: str, start: int, end: int) -> None:
        quoted = text[0] in "\"'"
        low, high = (start + 1, end - 1) if quoted else (start, end)
        if self.depth == "{" and not self.named:
            # A hole between entries is more of them.
            self.complete = self.complete and HOLE not in text and self.name is None
            self.name = self.shape[low:high] if HOLE not in text else None
        elif self.depth == "{":
            self.members, self.whole = [self._part(low, high)], True
            self._keep(start)
        elif self.depth == "{[":
            self.members.append(self._part(low, high))
            # Without quotes, a hole can be any number of members.
            self.whole = self.whole and (quoted or HOLE not in text)

    def _part(self, low: int, high: int) -> Value:
        cut = self.value.cut(low, high)
        return Value(cut.parts, cut.parts[0].span) if cut.parts else cut

    def _keep(self, start: int) -> None:
        span = self.value.place(start, start + 1)
        self.entries.append(Entry(self.name or "", tuple(self.members), span, self.whole))
        self.name, self.named, self.members, self.whole = None, False, [], True


def _form(value: Value, shape: str) -> Body:
    return Body(tuple(_pairs(value, shape)), complete=HOLE not in "".join(pair[1] for pair in _PAIR.finditer(shape)))


def _pairs(value: Value, shape: str) -> Iterator[Entry]:
    for pair in _PAIR.finditer(shape):
        cut = value.cut(*pair.span(2))
        if pair[1] and cut.parts:
            yield Entry(pair[1].strip(), (Value(cut.parts, cut.parts[0].span),), cut.parts[0].span)
