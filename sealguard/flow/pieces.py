"""What takes texts apart as PHP, Ruby and others do: by an end, by a length, letter by letter, by pairs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow.domain import Item, Mapping, Sequence, as_key, marked, unknown, whole
from sealguard.flow.library import Effect
from sealguard.flow.lookup import under

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Things

_ADDRESS: Final = re.compile(
    r"(?P<scheme>[a-z]+)://(?P<host>[^/?#:]*)(?::\d+)?(?P<rest>(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?)", re.IGNORECASE
)
_MOST: Final = 4_096
"""Into how many letters a text is taken apart: no credential is longer."""


def _characters(on: Application) -> str | None:
    """Give what an end is freed of, if that is not white space."""
    given = next((value.text for value in on.strings(on.argument(0)) if value.text is not None), None)
    return given if given and not any(char.isspace() for char in given) else None


def _trim_start(on: Application) -> Things:
    characters = _characters(on)

    def trimmed(value: Value) -> Value:
        return value.cut(len(value.shape) - len(value.shape.lstrip(characters)))

    return on.each(trimmed)


def _trim_end(on: Application) -> Things:
    characters = _characters(on)

    def trimmed(value: Value) -> Value:
        cut = value.cut(0, len(value.shape.rstrip(characters)))
        return cut if characters else marked(cut, "trimmed")

    return on.each(trimmed)


def _letters(on: Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Value) and thing.text is not None and len(thing.parts) == 1 and isinstance(part := thing.parts[0], Text):
            letters = tuple((Value((part.cut(at, at + 1),), on.span),) for at in range(min(len(part.text), _MOST)))
            return (Sequence(letters, complete=True, span=on.span),)
    return (Sequence((), complete=False, span=on.span),)


def _cut_length(on: Application) -> Things:
    start, length = (whole(on.argument(position)) for position in (0, 1))

    def cut(value: Value) -> Value:
        if value.text is None or start is None or (length is None and len(on.given) > 1):
            return value if value.text is not None else marked(value, "partial")
        low, high, _ = slice(start, None).indices(len(value.text))
        stop = high if length is None else (low + length if length >= 0 else high + length)
        return replace(value.cut(low, max(low, stop)), span=on.span)

    return on.each(cut)


def _replace_pairs(on: Application) -> Things:
    pairs = next((thing for thing in on.argument(0) if isinstance(thing, Mapping)), None)
    found = [(item.key.text, on.strings(item.things)[0]) for item in pairs.items if item.key.text] if pairs is not None else []

    def replaced(value: Value) -> Value:
        for old, new in found:
            parts: list[Text | Hole] = []
            for part in value.parts:
                at = 0
                while isinstance(part, Text) and (index := part.text.find(old, at)) >= 0:
                    parts += [part.cut(at, index), *new.parts]
                    at = index + len(old)
                parts.append(part.cut(at) if isinstance(part, Text) else part)
            value = Value(tuple(part for part in parts if isinstance(part, Hole) or part.text), on.span)
        return value

    return on.each(replaced)


def _some(on: Application) -> Things:
    if on.given:
        return on.each(lambda value: marked(value, "partial") if value.text is None else value.cut(0, whole(on.argument(0))))
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    return items.items[0] if items is not None and items.items else on.subject


def _dig(on: Application) -> Things:
    keys = (on.subject, *(on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None))
    name = ".".join(value.text for key in keys for value in on.strings(key)[:1] if value.text)
    return (unknown(on.span, name, kind=Kind.STORE),)


def _url_part(on: Application) -> Things:
    name = on.call.function.name if on.call is not None and isinstance(on.call.function, syntax.Attribute) else ""

    def part(value: Value) -> Value:
        match = _ADDRESS.match(value.shape)
        if match is None:
            return under(value, name, on.span)
        group = {"host": "host", "hostname": "host", "scheme": "scheme", "path": "path", "query": "query"}.get(name, "rest")
        return value.cut(*match.span(group))

    return on.each(part)


def _put(on: Application) -> Things:
    base = next((thing for thing in on.subject if isinstance(thing, Mapping)), Mapping((), complete=False, span=on.span))
    where = on.given[1].value.span if len(on.given) > 1 else on.span
    added = tuple(Item(key, on.argument(1), where, on.site.scope.context) for key in on.strings(on.argument(0)))
    return (base.merged(Mapping(added, complete=True, span=on.span)),)


def _merged(on: Application) -> Things:
    """Put the arguments, maps or named ones, over a map."""
    result = on.subject
    for each in on.given:
        things = on.evaluator.things(each.value, on.site, on.frame)
        if each.name is not None:
            item = Item(as_key(each.name, each.value.span), things, each.value.span, on.site.scope.context)
            things = (Mapping((item,), complete=True, span=on.span),) if each.name != syntax.BLOCK else ()
        result = on.evaluator.merge(result, things, on.span) or result
    return result


def _closed(on: Application) -> Things:
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is None or not items.complete or not items.items:
        return (unknown(on.span, kind=Kind.CALL),)
    separator = on.strings(on.argument(0))
    between = [separator] if any(value.shape for value in separator) else []
    parts = [each for item in items.items for each in (*between, on.strings(item))][len(between) :]
    return on.evaluator.join(parts, on.span)


def _lines(on: Application) -> Things:
    made = unknown(on.span, kind=Kind.FILE)
    return (marked(made, "trimmed") if on.given else made,)


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.TRIM_START: _trim_start,
    Effect.TRIM_END: _trim_end,
    Effect.LETTERS: _letters,
    Effect.CUT_LENGTH: _cut_length,
    Effect.REPLACE_PAIRS: _replace_pairs,
    Effect.LINES: _lines,
    Effect.SOME: _some,
    Effect.CLOSED: _closed,
    Effect.MERGED: _merged,
    Effect.PUT: _put,
    Effect.DIG: _dig,
    Effect.URL_PART: _url_part,
}
