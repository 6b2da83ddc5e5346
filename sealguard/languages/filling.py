"""Fills what a document of data says elsewhere into its own requests: `{{ seal_api }}` from the `vars:` of the same file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Kind, Value

if TYPE_CHECKING:
    from sealguard.facts import Facts, Part

_LONGEST: Final = 2_000
"""How long a value is at most that is filled in: longer ones are no URL and no token."""


def fill(facts: Facts) -> None:
    """Replace, in the URLs and headers of requests, the placeholders that one entry of the same document gives a value."""
    if not any(isinstance(part, Hole) for request in facts.requests for value in request.urls for part in value.parts):
        return
    held = _held(facts)
    for request in facts.requests:
        # A fact is finished only when the whole document is read; see `emit.request`.
        object.__setattr__(request, "urls", tuple(_filled(value, held) for value in request.urls))
        for header in request.headers:
            object.__setattr__(header, "values", tuple(_filled(value, held) for value in header.values))


def _held(facts: Facts) -> dict[str, Value | None]:
    """Give what each name stands for, and `None` where a document says several things of it."""
    held: dict[str, Value | None] = {}
    for binding in facts.bindings:
        text = binding.value.text
        if text and len(text) <= _LONGEST:
            known = held.setdefault(binding.name, binding.value)
            if known is not None and known.text != text:
                held[binding.name] = None
    return held


def _filled(value: Value, held: dict[str, Value | None]) -> Value:
    parts: list[Part] = []
    for part in value.parts:
        known = held.get(part.names[0]) if isinstance(part, Hole) and part.kind is Kind.TEMPLATE and part.names else None
        parts.extend(known.parts if known is not None else (part,))
    return Value(tuple(parts), value.span)
