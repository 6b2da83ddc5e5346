"""Where a file uses what another one writes: a place in one file is told with what makes it matter in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.checks import Way
from sealguard.model import MOST_RELATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Facts, Part, Value
    from sealguard.model import Span

_MOST_LOOKED_AT: Final = 2_000
"""How many things that a file does are looked at; a hostile one has more."""


def handed_on(parts: Iterable[Part]) -> Span | None:
    """Give where a call hands a value to the function that uses it, if one does."""
    return next((part.given.span for part in parts if part.given is not None), None)


def ways(facts: Facts, span: Span) -> tuple[Way, ...]:
    """Give what a file does with what is written at a place, of a neighbour as a rule; none where that cannot be told."""
    found: dict[Way, None] = {}
    for number, (phrase, end, values, switches) in enumerate(_uses(facts)):
        if number >= _MOST_LOOKED_AT or len(found) >= MOST_RELATED:
            break
        given = [part for value in values for part in value.parts if part.span.overlaps(span) or _gives(part, span)]
        if (given or any(each.overlaps(span) for each in switches)) and not end.overlaps(span):
            found[Way(phrase, end, handed_on(given))] = None
    return tuple(found)


def _gives(part: Part, span: Span) -> bool:
    return part.given is not None and part.given.span.overlaps(span)


def _uses(facts: Facts) -> Iterator[tuple[str, Span, Iterable[Value], Iterable[Span]]]:
    """Give what a file does, as phrase, place, the values that go into it, and the places of what governs it."""
    for header in facts.headers:
        yield "sent here", header.span, header.values, ()
    for request in facts.requests:
        governing = (request.unverified, request.authentication, *(header.span for header in request.headers))
        parameters = (value for each in (*request.query, *request.fields) for value in each.values)
        values = (*request.urls, *parameters, *request.login)
        yield "called here", request.span, values, [each for each in governing if each is not None]
    for retry in facts.retries:
        governing = (retry.span, retry.refused, retry.waiting)
        for repeated in retry.requests:
            yield "repeated here", repeated.span, (), [each for each in governing if each is not None]
    for output in facts.outputs:
        yield "written here", output.span, output.values, [header.span for header in output.headers]
    for storage in facts.storages:
        yield "stored here", storage.span, storage.values, ()
    for response in facts.responses:
        yield "answered here", response.span, [value for entry in response.entries for value in entry.values], ()
    for grant in facts.grants:
        yield "asked for here", grant.span, [value for entry in grant.body.entries for value in entry.values], ()
