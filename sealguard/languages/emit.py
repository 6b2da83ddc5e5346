"""How front ends without a program to follow put facts together: requests with their headers, header lines, pairs of fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sealguard.facts import Header, Hole, Parameter, Request, Text, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.facts import Facts, Part
    from sealguard.model import Span

HEADER_LINE: Final = re.compile(r"\s*([A-Za-z][A-Za-z0-9_-]{0,60})[ \t]*:")
_HOST: Final = re.compile(r"(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}(?::\d{1,5})?(?:[/?#]|$)|localhost\b")


def header(facts: Facts, name: Value, values: tuple[Value, ...], context: tuple[str, ...] = ()) -> Header:
    """Add a header, whose place is that of its value."""
    made = Header(name, values, values[0].span, context)
    facts.headers.append(made)
    return made


def request(facts: Facts, span: Span, urls: tuple[Value, ...], headers: Iterable[Header] = (), **rest: Any) -> Request:  # noqa: ANN401 - the other fields of `Request`
    """Add a request, and tell its headers what carries them."""
    made = Request(span, urls, headers=tuple(headers), **rest)
    for one in made.headers:
        # A request and its headers know each other; one of the two has to be finished after it was made.
        object.__setattr__(one, "requests", (*one.requests, made))
    facts.requests.append(made)
    return made


def header_line(facts: Facts, value: Value, context: tuple[str, ...] = ()) -> Header | None:
    """Add the header that a text such as `Authorization: Bearer x` sets; give `None` where it is none."""
    match = HEADER_LINE.match(value.shape)
    if match is None:
        return None
    rest = value.cut(match.end())
    shape = rest.shape
    # One space after the colon belongs to the line; more of it is the header's.
    content = rest.cut(1) if shape.startswith(" ") else rest
    if not content.parts:
        return None
    # A line that is a variable's from its name to its end is written where the variable is.
    span = content.parts[0].span if len(value.parts) == 1 else _spread(content.parts, value.span)
    name = value.cut(match.start(1), match.end(1))
    return header(facts, Value(name.parts, _spread(name.parts, value.span)), (Value(content.parts, span),), context)


def _spread(parts: tuple[Part, ...], whole: Span) -> Span:
    """Give the stretch that the parts are written in, where they are written in one."""
    first, last = parts[0].span, parts[-1].span
    if first in whole and last in whole and first.start < last.end:
        return type(whole)(first.start, last.end)
    return whole


def pairs(value: Value, separator: str) -> tuple[Parameter, ...]:
    """Split `a=b&c=d` (a form, a query) or `a=b; c=d` (cookies) into parameters."""
    found: list[Parameter] = []
    shape = value.shape
    at = 0
    for piece in shape.split(separator)[:200]:
        equals = piece.find("=")
        lead = len(piece) - len(piece.lstrip())
        if equals > lead:
            name, content = value.cut(at + lead, at + equals), value.cut(at + equals + 1, at + len(piece))
            if name.parts and content.parts:
                found.append(Parameter(name, (content,), content.parts[0].span))
        at += len(piece) + len(separator)
    return tuple(found)


def is_url(value: Value) -> bool:
    """Tell whether a value can be where a request goes: it has a scheme or a host, or begins with something unknown."""
    if not value.parts:
        return False
    if isinstance(value.parts[0], Hole):
        return True
    shape = value.shape.strip()
    return "://" in shape[:40] or shape.startswith("//") or bool(_HOST.match(shape))


def join(span: Span, *pieces: Value | Text) -> Value:
    """Put values and texts one behind the other."""
    parts: list[Part] = []
    for piece in pieces:
        parts += piece.parts if isinstance(piece, Value) else (piece,)
    return Value(tuple(parts), span)
