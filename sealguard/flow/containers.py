"""What well-known functions do with maps and lists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Value
from sealguard.flow.application import is_nothing
from sealguard.flow.domain import Item, Local, Mapping, Object, Sequence, as_key, bounded, optional, unknown
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things


def _empty_map(on: Application) -> Things:
    return (Mapping((), complete=True, span=on.span),)


def mapping(on: Application) -> Things:
    """Make a map of what a call is given: named arguments, and maps or lists of pairs."""
    result = Mapping((), complete=True, span=on.span)
    given = on.call.arguments if on.call is not None else on.given
    for argument in given:
        things = on.evaluator.things(argument.value, on.site, on.frame)
        if argument.name is not None:
            key = as_key(argument.name, argument.value.span)
            other = Mapping((Item(key, things, argument.value.span, on.site.scope.context),), complete=True, span=on.span)
        else:
            other = next(
                (each for thing in things if (each := _as_mapping(on, thing)) is not None), Mapping((), complete=False, span=on.span)
            )
        result = result.merged(other)
    return (result,)


def _as_mapping(on: Application, thing: Thing) -> Mapping | None:
    """Read a map, or a list of pairs, as a map."""
    if isinstance(thing, Mapping):
        return thing
    if not isinstance(thing, Sequence):
        return None
    items: list[Item] = []
    for things in thing.items:
        pair = next((each for each in things if isinstance(each, Sequence) and len(each.items) == 2), None)  # noqa: PLR2004 - a pair
        if pair is None:
            return None
        # A list that was put together elsewhere is a map here, where it is made one.
        written = pair.items[1][0].span
        items.append(Item(on.strings(pair.items[0])[0], pair.items[1], written if written in on.span else on.span, on.site.scope.context))
    return Mapping(tuple(items), thing.complete, thing.span)


def _pairs(on: Application) -> Things:
    given = on.call.arguments if on.call is not None else on.given
    things = [on.evaluator.things(each.value, on.site, on.frame) for each in given if not each.spread]
    rows = [thing for each in things for thing in each if isinstance(thing, Sequence) and len(thing.items) == 2]  # noqa: PLR2004 - a pair
    if rows and len(rows) == len(things):  # `mapOf("name" to value)`
        written = [each.value.items[1] if isinstance(each.value, syntax.Seq) else each.value for each in given if not each.spread]
        entries = (
            Item(on.strings(row.items[0])[0], row.items[1], where.span, on.site.scope.context)
            for row, where in zip(rows, written, strict=True)
        )
        return (Mapping(tuple(entries), complete=len(rows) == len(given), span=on.span),)
    maps = [thing for each in things for thing in each if isinstance(thing, Mapping)]
    if len(maps) == len(things):  # `Map.ofEntries(Map.entry(...), ...)`
        merged = Mapping((), complete=True, span=on.span)
        for each in maps:
            merged = merged.merged(each)
        return (merged,)
    if len(things) % 2 or len(things) < len(given):
        return (Mapping((), complete=False, span=on.span),)
    spans = [each.value.span for each in given]
    items = tuple(Item(on.strings(things[at])[0], things[at + 1], spans[at + 1], on.site.scope.context) for at in range(0, len(things), 2))
    return (Mapping(items, complete=True, span=on.span),)


def _compact(on: Application) -> Things:
    given = on.call.arguments if on.call is not None else on.given
    names = [value.text for each in given for value in on.strings(on.evaluator.things(each.value, on.site, on.frame)) if value.text]
    items = (
        Item(as_key(name, on.span), on.evaluator.things(syntax.Name(on.span, name), on.site, on.frame), on.span, on.site.scope.context)
        for name in names
    )
    return (Mapping(tuple(items), complete=len(names) == len(given), span=on.span),)


def _items(on: Application) -> Things:
    given = on.call.arguments if on.call is not None else on.given
    things = tuple(on.evaluator.things(each.value, on.site, on.frame) for each in given)
    return (Sequence(things, complete=not any(each.spread for each in given), span=on.span),)


def _from_keys(on: Application) -> Things:
    keys = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    values = on.argument(0)
    if keys is None or not values:
        return (Mapping((), complete=False, span=on.span),)
    items = tuple(Item(on.strings(key)[0], values, values[0].span, on.site.scope.context) for key in keys.items)
    return (Mapping(items, keys.complete, on.span),)


def _copy(on: Application) -> Things:
    return on.subject


def _get(on: Application) -> Things:
    keys, default = on.argument(0), on.argument(1, "default")
    key = next((value.text for value in on.strings(keys) if value.text is not None), None)
    found: list[Thing] = []
    for thing in on.subject:
        if isinstance(thing, Mapping):
            held = thing.get(key) if key is not None else ()
            found.extend(held or ((unknown(on.span, key or ""),) if not thing.complete else ()))
        elif isinstance(thing, Value):
            above = thing.holes[-1].names[-1:] if thing.holes else ()
            kind = thing.holes[-1].kind if thing.holes and thing.holes[-1].kind in {Kind.STORE, Kind.ENVIRONMENT} else Kind.UNKNOWN
            found.append(unknown(on.span, ".".join([*above, key]) if key else "", kind=kind))
        elif isinstance(thing, Object | Local):
            found.append(unknown(on.span, key or "", kind=Kind.CALL))
        else:
            found.append(unknown(on.span, key or "", kind=Kind.STORE))
    # What is asked with a map beside the key, or with no key that can be read, or for an address, is a service, not a map.
    keyed = any(isinstance(thing, Mapping) for thing in on.subject) or (key is not None and "://" not in key)
    found.extend(optional(thing, "default") for thing in default if keyed and not is_nothing(thing) and not isinstance(thing, Mapping))
    return bounded(found)


def _list(on: Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return (replace(thing, span=on.span),)
    return (Sequence((), complete=False, span=on.span),)


def _zip(on: Application) -> Things:
    rest = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None]
    lists = [next((thing for thing in things if isinstance(thing, Sequence)), None) for things in (on.subject, *rest)]
    known = [each for each in lists if each is not None]
    if len(known) < len(lists):
        return (Sequence((), complete=False, span=on.span),)
    rows = zip(*(each.items for each in known), strict=False)
    return (Sequence(tuple((Sequence(row, complete=True, span=on.span),) for row in rows), all(each.complete for each in known), on.span),)


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.EMPTY_MAP: _empty_map,
    Effect.MAP: mapping,
    Effect.PAIRS: _pairs,
    Effect.ITEMS: _items,
    Effect.COMPACT: _compact,
    Effect.FROM_KEYS: _from_keys,
    Effect.COPY: _copy,
    Effect.GET: _get,
    Effect.LIST: _list,
    Effect.ZIP: _zip,
}
"""What each of these effects does."""
