"""What well-known functions do to texts: change, cut, join and put together."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow import encodings
from sealguard.flow.containers import mapping
from sealguard.flow.domain import Foreign, Mapping, Object, Scalar, Sequence, bounded, interpolated, marked, unknown, veiled, whole
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things

_SPACE: Final = re.compile(r"\\[snrt]|\s")
"""What in a regular expression stands for white space."""
_BLANK: Final = re.compile(r"\s+|[\^$()|*+?\[\]]*(?:[\\%][snrt][\^$()|*+?\[\]]*)+")
"""White space, or a regular expression that stands for nothing else."""
_STARS: Final = re.compile(r"[*\u2022\u25cf#xX\u2026]+|\$1[*\u2022xX.\u2026]+(?:\$2)?")
"""What is put in place of what nobody is to read."""
MOST_PIECES: Final = 4_096
"""Into how many pieces a text is taken apart: no credential is longer."""


def _encode(on: Application) -> Things:
    def encoded(value: Value) -> Value:
        parts = tuple(replace(part, binary=True) if isinstance(part, Text) else part for part in value.parts)
        return marked(replace(value, parts=parts), "bytes")

    return on.each(encoded)


def _text(on: Application) -> Things:
    """Turn anything into text; of bytes without a codec that is their spelling in source code."""
    if len(on.given) or any(isinstance(thing, Sequence) for thing in on.subject):
        return encodings.same(on)
    return on.each(interpolated)


def _trim(on: Application) -> Things:
    def trimmed(value: Value) -> Value:
        shape = value.shape
        start, end = len(shape) - len(shape.lstrip()), len(shape.rstrip())
        return marked(value.cut(start, max(start, end)), "trimmed")

    return on.each(trimmed)


def _lower(on: Application) -> Things:
    return on.known("", str.lower)


def _upper(on: Application) -> Things:
    return on.known("", str.upper)


def _replace(on: Application) -> Things:
    olds, news = on.strings(on.argument(0, "of")), on.strings(on.argument(1, "with"))
    found: list[Thing] = []
    for value in on.strings(on.subject):
        old, new = (olds[0].text if olds else None), (news[0] if news else None)
        if new is not None and _STARS.fullmatch(new.text or "") and value.holes and _is_pattern(on, old):
            found.append(marked(value, "partial"))
            continue
        if olds and new is not None and (taken := _taken_out(value, olds[0], new)) is not None:
            found.append(replace(taken, span=on.span))
            continue
        if not old or new is None:
            found.append(marked(value, "trimmed") if _SPACE.search(_pattern(on)) else value)
            continue
        parts: list[Text | Hole] = []
        for part in value.parts:
            if isinstance(part, Hole):
                # Replacing line ends trims; any other replacement changes what the value looks like.
                parts.append(replace(part, marks=part.marks | {"trimmed"}) if _BLANK.fullmatch(old) else part)
                continue
            at = 0
            while (index := part.text.find(old, at)) >= 0:
                parts += [part.cut(at, index), *new.parts]
                at = index + len(old)
            parts.append(part.cut(at))
        found.append(Value(tuple(part for part in parts if isinstance(part, Hole) or part.text), on.span))
    return bounded(found)


def _taken_out(value: Value, old: Value, new: Value) -> Value | None:
    """Put `new` where a value holds what `old` is, though neither is known: `url.replace(token, "***")`; `None` where it does not."""
    names = old.parts[0].names if len(old.parts) == 1 and isinstance(old.parts[0], Hole) else ()
    if not names or not any(hole.names == names for hole in value.holes):
        return None
    parts = ((part,) if isinstance(part, Text) or part.names != names else new.parts for part in value.parts)
    return replace(value, parts=tuple(itertools.chain.from_iterable(parts)))


def _is_pattern(on: Application, old: str | None) -> bool:
    """Tell whether what is replaced is a regular expression, or is not known: not a character that a text may hold."""
    return old is None or bool(_pattern(on)) or re.search(r"[.\\\[(]", old) is not None


def _pattern(on: Application) -> str:
    """Give the regular expression that is replaced, if it is one: an object of the language's own."""
    for thing in on.argument(0):
        if isinstance(thing, Object) and thing.positional:
            return next((value.text for value in on.strings(thing.positional[0]) if value.text is not None), "")
    return ""


def _split(on: Application) -> Things:
    """Take known text apart; of what is not known, a piece has no white space at its ends where it is split at that."""
    separator = next((value.text for value in on.strings(on.argument(0)) if value.text is not None), None)
    for thing in on.subject:
        if separator is not None and isinstance(thing, Value) and len(thing.parts) == 1 and isinstance(part := thing.parts[0], Text):
            length, at = len(separator), 0
            items: list[Things] = []
            while separator and (found := part.text.find(separator, at)) >= 0 and len(items) < MOST_PIECES:
                items.append((Value((part.cut(at, found),), on.span),))
                at = found + length
            items += (
                [(Value((part.cut(at),), on.span),)]
                if separator
                else [(Value((part.cut(each, each + 1),), on.span),) for each in range(min(len(part.text), MOST_PIECES))]
            )
            return (Sequence(tuple(items), complete=True, span=on.span),)
    return _trim(on) if separator is None or separator.isspace() else on.subject


def _cut(on: Application) -> Things:
    """Cut by numbers that are known; a part of what is not known is marked as one."""
    start, stop = (whole(on.argument(position)) for position in (0, 1))
    found: list[Thing] = []
    for value in on.strings(on.subject):
        if value.text is not None and start is not None and (stop is not None or len(on.given) == 1):
            low, high, _ = slice(start, stop).indices(len(value.text))
            found.append(replace(value.cut(low, max(low, high)), span=on.span))
        elif value.text is not None and "/" in value.text:
            found.append(value)  # an address without its end is one all the same
        else:
            found.append(marked(value, "partial") if value.text is None else unknown(on.span, marks=frozenset({"partial"})))
    return bounded(found)


def _concat(on: Application) -> Things:
    given = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given]
    return on.evaluator.join([on.subject or (Value((), on.span),), *given], on.span)


def _joined(on: Application) -> Things:
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is None:
        return (unknown(on.span, kind=Kind.CALL),)
    return between(on, items, on.argument(0, "separator") if on.given else (Value((Text(",", on.span, verbatim=False),), on.span),))


def _cut_prefix(on: Application) -> Things:
    prefix = next((value.text for value in on.strings(on.argument(0)) if value.text), "")
    return on.each(lambda value: value.cut(len(prefix)) if prefix and value.shape.startswith(prefix) else value)


def _join(on: Application) -> Things:
    items = next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None)
    if items is None and len(on.given) > 1 and not any(each.name or each.spread for each in on.given):
        items = Sequence(tuple(on.evaluator.things(each.value, on.site, on.frame) for each in on.given), complete=True, span=on.span)
    if items is None and not on.given and (only := [thing for thing in on.subject if isinstance(thing, Sequence)]):
        return between(on, only[0], ())  # `implode($list)`
    return between(on, items, on.subject) if items is not None else (unknown(on.span, kind=Kind.CALL),)


def between(on: Application, items: Sequence, separator: Things) -> Things:
    """Put a separator between the items of a list."""
    if not items.complete:
        return (unknown(on.span, kind=Kind.CALL),)
    parts: list[Things] = []
    for index, things in enumerate(items.items):
        if index and any(value.shape for value in on.strings(separator)):
            parts.append(separator)
        parts.append(things)
    if not parts:
        return (Value((), on.span),)
    return on.evaluator.join([on.strings(part) for part in parts], on.span)


def _join_urls(on: Application) -> Things:
    paths = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None]
    result = on.strings(on.subject)
    for path in paths:
        whole = tuple(value for value in on.strings(path) if "://" in value.shape)
        result = on.strings(whole or on.evaluator.join_paths(result, path, on.span))
    return result


def _url_base(on: Application) -> Things:
    base = on.argument(0)
    if not base:
        return on.each(lambda value: value)
    whole = tuple(value for value in on.strings(on.subject) if "://" in value.shape)
    return whole or on.evaluator.join_paths(base, on.subject, on.span)


def _join_url_parts(on: Application) -> Things:
    parts = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if parts is None or len(parts.items) < 3:  # noqa: PLR2004 - scheme, host, path
        return ()
    scheme, host, path = parts.items[:3]
    separator = Value((Text("://", on.span, verbatim=False),), on.span)
    return on.evaluator.join_paths(on.evaluator.join([scheme, (separator,), host], on.span), path, on.span)


def _quote(on: Application) -> Things:
    if any(isinstance(thing, Mapping) for thing in on.subject):
        return on.subject
    named = on.call.arguments if on.call is not None and on.evaluator.library.bare else ()
    if named and all(each.name and each.name != syntax.BLOCK for each in named):
        return mapping(on)  # `JSON.generate(name: "etl")`
    if not all(isinstance(thing, Value | Scalar | Foreign) for thing in on.subject):
        return (unknown(on.span, kind=Kind.CALL),)
    quote = Text('"', on.span, verbatim=False)

    def quoted(value: Value) -> Value:
        binary = any(part.binary for part in value.texts) or any("bytes" in hole.marks for hole in value.holes)
        before = (Text("b", on.span, verbatim=False), quote) if binary else (quote,)
        return marked(Value((*before, *value.parts, quote), on.span), "quoted")

    return on.each(quoted)


def _spaced(on: Application) -> Things:
    space = (Value((Text(" ", on.span, verbatim=False),), on.span),)
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is not None and (glue := on.argument(len(on.given), "collapse")):
        return between(on, items, glue)  # R's `paste(list, collapse = " ")`
    spelled: list[Things] = [on.subject]
    for each in on.given:
        spelled += [space, on.evaluator.things(each.value, on.site, on.frame)]
    return on.evaluator.join([on.strings(piece) for piece in spelled], on.span)


def _part(on: Application) -> Things:
    separators = on.strings(on.argument(0, "sep"))
    if not separators or any(value.text is not None and value.text.isspace() for value in separators):
        return _trim(on)
    return on.each(lambda value: marked(value, "partial") if value.text is None else unknown(on.span, kind=Kind.CALL))


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.ENCODE: _encode,
    Effect.VEILED: lambda on: on.each(veiled),
    Effect.TEXT: _text,
    Effect.TRIM: _trim,
    Effect.LOWER: _lower,
    Effect.UPPER: _upper,
    Effect.REPLACE: _replace,
    Effect.SPLIT: _split,
    Effect.CUT: _cut,
    Effect.CONCAT: _concat,
    Effect.JOINED: _joined,
    Effect.URL_BASE: _url_base,
    Effect.PREFIX_CUT: _cut_prefix,
    Effect.JOIN: _join,
    Effect.URL_JOIN: _join_urls,
    Effect.URL_PARTS: _join_url_parts,
    Effect.SPACED: _spaced,
    Effect.QUOTE: _quote,
    Effect.PART: _part,
    Effect.FIRST: lambda on: on.strings(on.argument(0)),
    Effect.TAKEN: lambda on: (unknown(on.span, kind=Kind.CALL, marks=frozenset({"partial"})),),
}
"""What each of these effects does."""
