"""Reads headers that are spelled as something else than a map: lines, lists of lines or pairs, lists of values."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sealguard.facts import Value
from sealguard.flow.domain import Item, Mapping, Sequence, as_value

if TYPE_CHECKING:
    from sealguard.flow.domain import Thing, Things


def header_text(text: Value) -> Mapping | None:
    """Read `Name: value` lines that are one string as a map."""
    lines: list[Things] = []
    at = 0
    for match in re.finditer(r"[\r\n]+|\Z", text.shape):
        line = text.cut(at, match.start())
        if line.parts:
            lines.append((replace(line, span=line.parts[0].span),))
        at = match.end()
    return header_lines(Sequence(tuple(lines), complete=True, span=text.span))


def header_lines(lines: Sequence) -> Mapping | None:
    """Read a list of `Name: value` strings, of pairs, or of maps that each say a name and a value, as a map."""
    items: list[Item] = []
    complete = lines.complete
    for things in lines.items:
        for thing in things[:1]:
            if isinstance(thing, Sequence) and len(thing.items) == 2:  # noqa: PLR2004 - name and value
                key, value = thing.items
                written = value[0].span if value[0].span in thing.span else thing.span
                items.append(Item(as_value(key[0], key[0].span), value, written))
                continue
            if isinstance(thing, Mapping) and (told := _told(thing)) is not None:
                items.append(told)
                continue
            line = as_value(thing, thing.span)
            name, colon, _ = line.shape.partition(":")
            if not colon and items and not isinstance(thing, Value):
                complete = False
                continue
            if not colon:
                return None
            start = len(name) + 1
            start += line.shape[start : start + 1] == " "
            items.append(Item(line.cut(0, len(name)), (line.cut(start),), thing.span))
    return Mapping(tuple(items), complete, lines.span)


def _told(entry: Mapping) -> Item | None:
    """Read a map that says a name and a value: `{"name": "Authorization", "value": token}`."""
    held = {item.name: item for item in entry.items}
    name, value = held.get("name") or held.get("key"), held.get("value")
    return Item(as_value(name.things[0], name.span), value.things, value.span) if name and name.things and value else None


def single(things: Things) -> Things:
    """Give the values of a header that is given as a list of them."""
    found: list[Thing] = []
    for thing in things:
        found.extend(itertools.chain(*thing.items) if isinstance(thing, Sequence) else (thing,))
    return tuple(found) or things
