"""Templates that are filled: percent, brace and dollar, as several languages share them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Value
from sealguard.flow.domain import (
    Mapping,
    Sequence,
    as_value,
    bounded,
    interpolated,
    marked,
    named,
    placed,
    unknown,
)
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things

STYLES: Final = {
    "percent": re.compile(
        r"%(?:\{(?P<braced>\w+)\}"
        r"|(?:\((?P<name>[^)]*)\)|<(?P<angled>\w+)>|\[?(?P<place>\d{1,3})[\]$])?[-+ #0]*\d*(?:\.\d+)?(?P<code>[a-zA-Z%@]))"
    ),
    "brace": re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?P<conversion>![rsa])?(?::[^{}]*)?\}"),
    "dollar": re.compile(r"\$\$|\$\{(?P<name>\w+)\}|\$(?P<bare>\w+)"),
}
"""The fields of templates."""

_CUT: Final = re.compile(r"\.(\d{1,4})[svrq}]")
"""How a template says that a text is cut off."""
_SHORT: Final = 12
"""How many characters of a credential tell which one it is, and give nothing away."""


def is_cut_off(field: str) -> bool:
    """Tell whether a field of a template shows a few characters alone: `%.4s`, `{:.4}`."""
    precision = _CUT.search(field)
    return precision is not None and int(precision[1]) <= _SHORT


def _format(on: Application) -> Things:
    return fill(on, "brace")


def _substitute(on: Application) -> Things:
    return fill(on, "dollar")


def fill(on: Application, style: str, items: Sequence | None = None) -> Things:
    """Fill the subject, a template of `style`, with the arguments, or with the items of a list."""
    positional = (
        list(items.items)
        if items is not None
        else [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None and not each.spread]
    )
    named_arguments = {each.name: on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is not None}
    for each in on.given:
        if each.spread == "map" or each.name is None:
            for thing in on.evaluator.things(each.value, on.site, on.frame):
                if isinstance(thing, Mapping):
                    named_arguments |= {item.key.text: item.things for item in thing.items if item.key.text is not None}
    found: list[Thing] = []
    for value in on.strings(on.subject):
        found.extend(_filled(on, style, value, list(positional), named_arguments))
    return bounded(found)


def _filled(on: Application, style: str, template: Value, positional: list[Things], names: dict[str, Things]) -> Things:
    pieces: list[Things] = []
    rest = iter(positional)
    for part in template.parts:
        if isinstance(part, Hole):
            pieces.append((Value((part,), on.span),))
            continue
        at = 0
        for match in STYLES[style].finditer(part.text):
            pieces.append((Value((part.cut(at, match.start()),), on.span),))
            at = match.end()
            spelled = match.group(0)
            if spelled in {"%%", "{{", "}}", "$$"}:
                pieces.append((Value((part.cut(match.start(), match.start() + 1),), on.span),))
                continue
            given = _field(match, positional, rest, names)
            if given is None:
                given = (unknown(on.span, (match.groupdict().get("name") or "").strip("0123456789")),)
            strings = tuple(placed(interpolated(value), given[0].span) for value in on.strings(given))
            if is_cut_off(spelled):
                strings = tuple(marked(value, "partial") for value in strings)
            if match.groupdict().get("conversion") == "!r" or match.groupdict().get("code") in {"r", "q"}:
                strings = tuple(marked(value, "quoted") for value in strings)
            pieces.append(strings)
        pieces.append((Value((part.cut(at),), on.span),))
    kept = [piece for piece in pieces if any(not isinstance(value, Value) or value.shape for value in piece)]
    return on.evaluator.join(kept, on.span) if kept else (Value((), on.span),)


def _field(match: re.Match[str], positional: list[Things], rest: Iterator[Things], names: dict[str, Things]) -> Things | None:
    groups = match.groupdict()
    name = next((groups[each] for each in ("name", "bare", "braced", "angled") if groups.get(each)), "")
    if place := groups.get("place"):
        return positional[int(place) - 1] if 0 < int(place) <= len(positional) else None
    if not name:
        return next(rest, None)
    head = re.split(r"[.\[]", name)[0]
    if head.isdigit():
        return positional[int(head)] if int(head) < len(positional) else None
    found = names.get(head)
    if found is not None and head != name:
        return tuple(named(unknown(match_span, name), head) for match_span in (as_value(found[0], found[0].span).span,))
    return found


def _printf(on: Application) -> Things:
    return fill(on, "percent")


def _printf_list(on: Application) -> Things:
    return fill(on, "percent", next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None))


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.FORMAT: _format,
    Effect.FORMAT_MAP: _format,
    Effect.SUBSTITUTE: _substitute,
    Effect.PRINTF: _printf,
    Effect.PRINTF_LIST: _printf_list,
}
