"""What a map holds, written down entry by entry: bodies of requests, arguments that say what a token may do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sealguard.bodies import names_scopes, read_body
from sealguard.facts import Body, Entry, Text, Value
from sealguard.flow.domain import Mapping, Object, Scalar, Sequence, as_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.model import Span


def body_of(evaluator: Evaluator, given: Iterable[tuple[Things, Span]]) -> Body | None:
    """Give the body that is made of these; `None` where nothing of it can be seen."""
    bodies = [_body(evaluator, thing) for things, _ in given for thing in things if not _is_nothing(thing)]
    seen = [body for body in bodies if body is not None]
    if not seen:
        return None
    entries = tuple(dict.fromkeys(entry for body in seen for entry in body.entries))
    return Body(entries, len(seen) == len(bodies) and all(body.complete for body in seen))


def _is_nothing(thing: Thing) -> bool:
    return isinstance(thing, Scalar) and thing.value is None


def _body(evaluator: Evaluator, thing: Thing) -> Body | None:
    match thing:
        case Mapping():
            return body_of_map(thing)
        case Object() if held := evaluator.record(thing):
            return body_of_arguments(held, complete=thing.complete, span=thing.span)
        case Object(positional=[things, *_]):  # `new StringContent(text)`, `URLSearchParams(map)`
            return body_of(evaluator, [(things, thing.span)])
        case Value():
            return read_body(thing)
    return None


def body_of_map(held: Mapping) -> Body:
    """Give what a map holds."""
    entries = (_entry(item.key.text or "", item.things, item.span) for item in held.items)
    return Body(tuple(entries), held.complete and all(item.key.text is not None for item in held.items))


def body_of_arguments(held: dict[str, Things], *, complete: bool, span: Span) -> Body:
    """Give what is given by name."""
    return Body(tuple(_entry(name, things, things[0].span if things else span) for name, things in held.items()), complete)


def _entry(name: str, things: Things, span: Span) -> Entry:
    values = tuple(_values(things))
    # What is no text, no number and no list of these is something that nothing is said of.
    known = all(isinstance(thing, Value | Scalar) or (isinstance(thing, Sequence) and thing.complete) for thing in things)
    return Entry(name, values, span, known and bool(values))


def _values(things: Things) -> Iterator[Value]:
    for thing in things:
        if isinstance(thing, Sequence):
            for item in thing.items:
                yield from (_value(member) for member in item)
        else:
            yield _value(thing)


def _value(thing: Thing) -> Value:
    if isinstance(thing, Scalar):
        return Value((Text(json.dumps(thing.value), thing.span, verbatim=False),), thing.span)
    return as_value(thing, thing.span)


def has_scopes(body: Body) -> bool:
    """Tell whether one of the entries says what something may do."""
    return any(names_scopes(entry.name) for entry in body.entries)
