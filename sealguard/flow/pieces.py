"""What takes texts apart as PHP, Ruby and others do: by an end, by a length, letter by letter, by pairs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow.domain import Mapping, Scalar, Sequence, marked, unknown
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Things

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
    start, length = (_whole(on.argument(position)) for position in (0, 1))

    def cut(value: Value) -> Value:
        if value.text is None or start is None or (length is None and len(on.given) > 1):
            return value if value.text is not None else marked(value, "partial")
        low, high, _ = slice(start, None).indices(len(value.text))
        stop = high if length is None else (low + length if length >= 0 else high + length)
        return replace(value.cut(low, max(low, stop)), span=on.span)

    return on.each(cut)


def _whole(things: Things) -> int | None:
    return next((thing.value for thing in things if isinstance(thing, Scalar) and isinstance(thing.value, int)), None)


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
}
