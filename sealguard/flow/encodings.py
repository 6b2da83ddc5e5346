"""What hides or changes the spelling of a text: encodings, reversal, code points."""

from __future__ import annotations

import base64
import binascii
import codecs
import urllib.parse
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Text, Value
from sealguard.flow.domain import (
    Scalar,
    Sequence,
    unknown,
)
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things

_CODE_POINTS: Final = 0x110000
_BASE64: Final = frozenset({"base64", "base_64", "base64url"})
_LONGEST: Final = 10_000
"""How long a text may be to be decoded: no credential is longer."""


def _base64(on: Application) -> Things:
    return on.known("base64", lambda text: base64.b64encode(text.encode()).decode(), "")


def _unbase64(on: Application) -> Things:
    def decode(text: str) -> str:
        padded = text.strip().translate(str.maketrans("-_", "+/"))
        return base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("latin-1")

    return on.known("", _careful(decode), "base64")


def _hex(on: Application) -> Things:
    return on.known("hex", lambda text: text.encode().hex())


def _unhex(on: Application) -> Things:
    return on.known("", _careful(lambda text: bytes.fromhex(text.strip()).decode("latin-1")), "hex")


def _percent(on: Application) -> Things:
    return on.known("percent", lambda text: urllib.parse.quote(text, safe=""))


def _unpercent(on: Application) -> Things:
    return on.known("", urllib.parse.unquote, "percent")


def _codec(on: Application) -> str:
    return next((value.text for value in on.strings(on.argument(0, "encoding")) if value.text), "").lower().replace("-", "_")


def _encoded(on: Application) -> Things:
    codec = _codec(on)
    if codec in _BASE64:
        return _base64(on)
    return _hex(on) if codec == "hex" else same(on)


def _decode(on: Application) -> Things:
    codec = _codec(on)
    if codec in _BASE64:
        return _unbase64(on)
    if codec == "hex":
        return _unhex(on)
    if codec in {"rot13", "rot_13"}:
        return _rot13(on)
    return same(on)


def _careful(decode: Callable[[str], str]) -> Callable[[str], str]:
    def careful(text: str) -> str:
        try:
            return decode(text)
        except (binascii.Error, ValueError):
            return ""

    return careful


def _reverse(on: Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Sequence):
            items = tuple(tuple(map(_turned, things)) for things in reversed(thing.items))
            return (Sequence(items, thing.complete, on.span),)
        if isinstance(thing, Value) and thing.text is not None and thing.texts:
            first = thing.texts[0]
            items = tuple(
                (Value((Text(char, first.span, verbatim=False, decoded="reverse"),), on.span),) for char in reversed(thing.text[:_LONGEST])
            )
            return (Sequence(items, complete=True, span=on.span),)
    return on.known("", lambda text: text[::-1], "reverse")


def _turn(on: Application) -> Things:
    if any(isinstance(thing, Sequence) for thing in on.subject):
        return _reverse(on)
    return on.known("", lambda text: text[::-1], "reverse")


def _rot13(on: Application) -> Things:
    return on.known("", lambda text: codecs.decode(text, "rot13"), "rot13")


def _pack(on: Application) -> Things:
    listed = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    templates = on.strings(on.argument(0) if listed is not None else on.subject)
    template = next((value.text for value in templates if value.text), "")
    items = listed.items if listed is not None else tuple(on.evaluator.things(each.value, on.site, on.frame) for each in on.given)
    if template[:1] in {"c", "C", "U"}:
        return _characters(on, Sequence(items, listed is None or listed.complete, on.span))
    if not items:
        return (unknown(on.span, kind=Kind.CALL),)
    on.subject = items[0]
    return _unhex(on) if template[:1] == "H" else _base64(on) if template[:1] == "m" else on.subject


def _unpack(on: Application) -> Things:
    template = next((value.text for value in on.strings(on.argument(0)) if value.text), "")
    found = _unbase64(on) if template[:1] == "m" else _hex(on) if template[:1] == "H" else (unknown(on.span, kind=Kind.CALL),)
    single = on.call is not None and isinstance(on.call.function, syntax.Attribute) and on.call.function.name.endswith("1")
    return found if single else (Sequence((found,), complete=True, span=on.span),)


def _turned(thing: Thing) -> Thing:
    """Remember of a single character that it is one of a text that is spelled backwards."""
    match thing:
        case Value(parts=(Text(text=text) as part,)) if len(text) == 1:
            return replace(thing, parts=(replace(part, decoded="reverse"),))
    return thing


def _character(on: Application) -> Things:
    if on.given:
        things = (on.subject, *(on.evaluator.things(each.value, on.site, on.frame) for each in on.given))
        return _characters(on, Sequence(things, complete=not any(each.spread for each in on.given), span=on.span))
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return _characters(on, thing)
        if isinstance(thing, Scalar) and isinstance(thing.value, int) and 0 <= thing.value < _CODE_POINTS:
            return (Value((Text(chr(thing.value), thing.span, verbatim=False, decoded="chr"),), on.span),)
    return (unknown(on.span, kind=Kind.CALL),)


def _characters(on: Application, points: Sequence) -> Things:
    codes = [thing.value for things in points.items for thing in things[:1] if isinstance(thing, Scalar) and isinstance(thing.value, int)]
    if not points.complete or len(codes) != len(points.items) or not all(0 <= code < _CODE_POINTS for code in codes):
        return (unknown(on.span, kind=Kind.CALL),)
    text = "".join(map(chr, codes))
    return (Value((Text(text, points.span, verbatim=False, decoded="chr"),), on.span),)


def _digest(on: Application) -> Things:
    return (unknown(on.span, kind=Kind.CALL, marks=frozenset({"digest"})),)


def same(on: Application) -> Things:
    """Text of something: a list of code points becomes text, the rest stays what it is."""
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return _characters(on, thing)

    def textual(value: Value) -> Value:
        parts = tuple(replace(p, binary=False) if isinstance(p, Text) else replace(p, marks=p.marks - {"bytes"}) for p in value.parts)
        return replace(value, parts=parts)

    return on.each(textual)


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.BASE64: _base64,
    Effect.UNBASE64: _unbase64,
    Effect.HEX: _hex,
    Effect.UNHEX: _unhex,
    Effect.PERCENT: _percent,
    Effect.UNPERCENT: _unpercent,
    Effect.DECODE: _decode,
    Effect.ENCODED: _encoded,
    Effect.REVERSE: _reverse,
    Effect.TURN: _turn,
    Effect.PACK: _pack,
    Effect.UNPACK: _unpack,
    Effect.ROT13: _rot13,
    Effect.CHARACTER: _character,
    Effect.DIGEST: _digest,
}
