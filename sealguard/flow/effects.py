"""What well-known functions do to values, for all languages alike; a language's table says which function does what."""

from __future__ import annotations

import base64
import binascii
import codecs
import re
import urllib.parse
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow.domain import (
    Item,
    Local,
    Mapping,
    Object,
    Scalar,
    Sequence,
    as_value,
    bounded,
    interpolated,
    marked,
    named,
    optional,
    placed,
    unknown,
)
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator, Frame
    from sealguard.flow.scopes import Site
    from sealguard.model import Span

_LONGEST: Final = 10_000
"""How long a text may be to be decoded: no credential is longer."""

_CODE_POINTS: Final = 0x110000

_STYLES: Final = {
    "percent": re.compile(r"%(?:\((?P<name>[^)]*)\))?[-+ #0]*\d*(?:\.\d+)?(?P<code>[a-zA-Z%])"),
    "brace": re.compile(r"\{\{|\}\}|\{(?P<name>[^{}!:]*)(?P<conversion>![rsa])?(?::[^{}]*)?\}"),
    "dollar": re.compile(r"\$\$|\$\{(?P<name>\w+)\}|\$(?P<bare>\w+)"),
}


class _Application:
    """One call with an effect: what it is given, and where."""

    def __init__(
        self,
        evaluator: Evaluator,
        subject: Things,
        arguments: tuple[syntax.Argument, ...],
        span: Span,
        site: Site,
        frame: Frame | None,
        call: syntax.Call | None,
    ) -> None:
        self.evaluator, self.subject, self.given = evaluator, subject, arguments
        self.span, self.site, self.frame, self.call = span, site, frame, call

    def argument(self, position: int, *names: str) -> Things:
        """Give an argument by position or name; nothing where there is none."""
        positional = [each for each in self.given if each.name is None and not each.spread]
        for each in self.given:
            if each.name in names:
                return self.evaluator.things(each.value, self.site, self.frame)
        if position < len(positional):
            return self.evaluator.things(positional[position].value, self.site, self.frame)
        return ()

    def strings(self, things: Things) -> tuple[Value, ...]:
        return self.evaluator.strings(things, self.span)

    def each(self, change: Callable[[Value], Value]) -> Things:
        """Change every string that the subject can be; a map stays what it is, for what is in it matters more than its spelling."""
        return bounded(thing if isinstance(thing, Mapping) else change(as_value(thing, self.span)) for thing in self.subject)

    def known(self, mark: str, change: Callable[[str], str], decoded: str = "") -> Things:
        """Change known text; of what is not known, remember that it was done."""

        def changed(value: Value) -> Value:
            if value.text is None or not value.texts:
                return marked(value, mark) if mark else value
            first = value.texts[0]
            text = change(value.text[:_LONGEST])
            whole = Text(text, first.span, first.verbatim and text == first.text, decoded or first.decoded, optional=first.optional)
            return Value((whole,), self.span)

        return self.each(changed)


def apply_effect(
    evaluator: Evaluator,
    effect: Effect | str,
    subject: Things,
    arguments: tuple[syntax.Argument, ...],
    span: Span,
    site: Site,
    frame: Frame | None,
    *,
    call: syntax.Call | None = None,
) -> Things:
    """Give what a call gives. `effect` may also be a style of `syntax.Format`."""
    application = _Application(evaluator, subject, arguments, span, site, frame, call)
    if isinstance(effect, str):
        return _fill(application, effect)
    return _EFFECTS[effect](application)


# Text ------------------------------------------------------------------------------------------------------------------


def _same(on: _Application) -> Things:
    """Text of something: a list of code points becomes text, the rest stays what it is."""
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return _characters(on, thing)

    def textual(value: Value) -> Value:
        parts = tuple(replace(p, binary=False) if isinstance(p, Text) else replace(p, marks=p.marks - {"bytes"}) for p in value.parts)
        return replace(value, parts=parts)

    return on.each(textual)


def _encode(on: _Application) -> Things:
    def encoded(value: Value) -> Value:
        parts = tuple(replace(part, binary=True) if isinstance(part, Text) else part for part in value.parts)
        return marked(replace(value, parts=parts), "bytes")

    return on.each(encoded)


def _text(on: _Application) -> Things:
    """Turn anything into text; of bytes without a codec that is their spelling in source code."""
    if len(on.given) or any(isinstance(thing, Sequence) for thing in on.subject):
        return _same(on)
    return on.each(interpolated)


def _trim(on: _Application) -> Things:
    def trimmed(value: Value) -> Value:
        shape = value.shape
        start, end = len(shape) - len(shape.lstrip()), len(shape.rstrip())
        return marked(value.cut(start, max(start, end)), "trimmed")

    return on.each(trimmed)


def _lower(on: _Application) -> Things:
    return on.known("", str.lower)


def _upper(on: _Application) -> Things:
    return on.known("", str.upper)


def _replace(on: _Application) -> Things:
    olds, news = on.strings(on.argument(0)), on.strings(on.argument(1))
    found: list[Thing] = []
    for value in on.strings(on.subject):
        old, new = (olds[0].text if olds else None), (news[0] if news else None)
        if not old or new is None:
            found.append(value)
            continue
        parts: list[Text | Hole] = []
        for part in value.parts:
            if isinstance(part, Hole):
                # Replacing line ends trims; any other replacement changes what the value looks like.
                parts.append(replace(part, marks=part.marks | {"trimmed"}) if old.isspace() else part)
                continue
            at = 0
            while (index := part.text.find(old, at)) >= 0:
                parts += [part.cut(at, index), *new.parts]
                at = index + len(old)
            parts.append(part.cut(at))
        found.append(Value(tuple(part for part in parts if isinstance(part, Hole) or part.text), on.span))
    return bounded(found)


def _cut_prefix(on: _Application) -> Things:
    prefix = next((value.text for value in on.strings(on.argument(0)) if value.text), "")
    return on.each(lambda value: value.cut(len(prefix)) if prefix and value.shape.startswith(prefix) else value)


def _join(on: _Application) -> Things:
    items = next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None)
    if items is None or not items.complete:
        return (unknown(on.span, kind=Kind.CALL),)
    parts: list[Things] = []
    for index, things in enumerate(items.items):
        if index and any(value.shape for value in on.strings(on.subject)):
            parts.append(on.subject)
        parts.append(things)
    if not parts:
        return (Value((), on.span),)
    return on.evaluator.join([on.strings(part) for part in parts], on.span)


def _join_urls(on: _Application) -> Things:
    paths = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None]
    result = on.strings(on.subject)
    for path in paths:
        whole = tuple(value for value in on.strings(path) if "://" in value.shape)
        result = on.strings(whole or on.evaluator.join_paths(result, path, on.span))
    return result


def _join_url_parts(on: _Application) -> Things:
    parts = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if parts is None or len(parts.items) < 3:  # noqa: PLR2004 - scheme, host, path
        return ()
    scheme, host, path = parts.items[:3]
    separator = Value((Text("://", on.span, verbatim=False),), on.span)
    return on.evaluator.join_paths(on.evaluator.join([scheme, (separator,), host], on.span), path, on.span)


def _quote(on: _Application) -> Things:
    if any(isinstance(thing, Mapping) for thing in on.subject):
        return on.subject
    if not all(isinstance(thing, Value | Scalar) for thing in on.subject):
        return (unknown(on.span, kind=Kind.CALL),)
    quote = Text('"', on.span, verbatim=False)

    def quoted(value: Value) -> Value:
        binary = any(part.binary for part in value.texts) or any("bytes" in hole.marks for hole in value.holes)
        before = (Text("b", on.span, verbatim=False), quote) if binary else (quote,)
        return marked(Value((*before, *value.parts, quote), on.span), "quoted")

    return on.each(quoted)


# Templates -------------------------------------------------------------------------------------------------------------


def _format(on: _Application) -> Things:
    return _fill(on, "brace")


def _substitute(on: _Application) -> Things:
    return _fill(on, "dollar")


def _fill(on: _Application, style: str) -> Things:
    positional = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None and not each.spread]
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


def _filled(on: _Application, style: str, template: Value, positional: list[Things], names: dict[str, Things]) -> Things:
    pieces: list[Things] = []
    rest = iter(positional)
    for part in template.parts:
        if isinstance(part, Hole):
            pieces.append((Value((part,), on.span),))
            continue
        at = 0
        for match in _STYLES[style].finditer(part.text):
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
            if match.groupdict().get("conversion") == "!r" or match.groupdict().get("code") == "r":
                strings = tuple(marked(value, "quoted") for value in strings)
            pieces.append(strings)
        pieces.append((Value((part.cut(at),), on.span),))
    kept = [piece for piece in pieces if any(not isinstance(value, Value) or value.shape for value in piece)]
    return on.evaluator.join(kept, on.span) if kept else (Value((), on.span),)


def _field(match: re.Match[str], positional: list[Things], rest: Iterator[Things], names: dict[str, Things]) -> Things | None:
    groups = match.groupdict()
    name = groups.get("name") or groups.get("bare") or ""
    if not name:
        return next(rest, None)
    head = re.split(r"[.\[]", name)[0]
    if head.isdigit():
        return positional[int(head)] if int(head) < len(positional) else None
    found = names.get(head)
    if found is not None and head != name:
        return tuple(named(unknown(match_span, name), head) for match_span in (as_value(found[0], found[0].span).span,))
    return found


# Where values come from ------------------------------------------------------------------------------------------------


def _environment(on: _Application) -> Things:
    return _looked_up(on, Kind.ENVIRONMENT)


def _setting(on: _Application) -> Things:
    return _looked_up(on, Kind.STORE)


def _looked_up(on: _Application, kind: Kind) -> Things:
    # A function's first argument is its subject; an item's key is its only argument.
    keys = on.subject or on.argument(0)
    default = on.argument(0 if on.subject else 1, "default", "default_var", "fallback")
    name = next((value.text for value in on.strings(keys) if value.text is not None), None)
    names = (name,) if name else tuple(each for value in on.strings(keys) for hole in value.holes for each in hole.names[-1:])
    found: list[Thing] = [unknown(on.span, *names, kind=kind)]
    found.extend(optional(thing, "default") for thing in default if not _is_nothing(thing))
    return bounded(found)


def _default(on: _Application) -> Things:
    given = on.argument(0, "default") if on.call is None else _first(on)
    known = tuple(optional(thing, "default") for thing in given if not _is_nothing(thing) and not isinstance(thing, Scalar))
    return (unknown(on.span, kind=Kind.PARAMETER), *known)


def _first(on: _Application) -> Things:
    arguments = on.call.arguments if on.call is not None else ()
    named_default = [each.value for each in arguments if each.name == "default"]
    positional = [each.value for each in arguments if each.name is None and not each.spread]
    return next((on.evaluator.things(value, on.site, on.frame) for value in (*named_default, *positional)), ())


def _store(on: _Application) -> Things:
    return (unknown(on.span, kind=Kind.STORE),)


def _open(on: _Application) -> Things:
    return (unknown(on.span, kind=Kind.FILE),)


def _file(on: _Application) -> Things:
    """Read: of what is not a handle (a configuration parser, a HTTP response) the reading says nothing."""
    if on.call is not None and on.evaluator.qualified(on.call.function, on.site) in on.evaluator.library.calls:
        return (unknown(on.span, kind=Kind.FILE),)
    if any(isinstance(thing, Value) and any(hole.kind is Kind.FILE for hole in thing.holes) for thing in on.subject):
        return (unknown(on.span, kind=Kind.FILE),)
    if on.call is not None and isinstance(on.call.function, syntax.Attribute):
        spelled = on.evaluator.qualified(on.call.function, on.site) or ""
        if spelled.startswith("sys.stdin") or on.call.function.name in {"read_text", "read_bytes"}:
            return (unknown(on.span, kind=Kind.FILE),)
    return (unknown(on.span, kind=Kind.CALL),)


# Encodings -------------------------------------------------------------------------------------------------------------


def _base64(on: _Application) -> Things:
    return on.known("base64", lambda text: base64.b64encode(text.encode()).decode(), "")


def _unbase64(on: _Application) -> Things:
    def decode(text: str) -> str:
        padded = text.strip().translate(str.maketrans("-_", "+/"))
        return base64.b64decode(padded + "=" * (-len(padded) % 4)).decode("latin-1")

    return on.known("", _careful(decode), "base64")


def _hex(on: _Application) -> Things:
    return on.known("hex", lambda text: text.encode().hex())


def _unhex(on: _Application) -> Things:
    return on.known("", _careful(lambda text: bytes.fromhex(text.strip()).decode("latin-1")), "hex")


def _percent(on: _Application) -> Things:
    return on.known("percent", lambda text: urllib.parse.quote(text, safe=""))


def _unpercent(on: _Application) -> Things:
    return on.known("", urllib.parse.unquote, "percent")


def _decode(on: _Application) -> Things:
    codec = next((value.text for value in on.strings(on.argument(0, "encoding")) if value.text), "").lower().replace("-", "_")
    if codec in {"base64", "base_64"}:
        return _unbase64(on)
    if codec == "hex":
        return _unhex(on)
    if codec in {"rot13", "rot_13"}:
        return on.known("", lambda text: codecs.decode(text, "rot13"), "rot13")
    return _same(on)


def _careful(decode: Callable[[str], str]) -> Callable[[str], str]:
    def careful(text: str) -> str:
        try:
            return decode(text)
        except (binascii.Error, ValueError):
            return ""

    return careful


def _reverse(on: _Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return (Sequence(tuple(reversed(thing.items)), thing.complete, on.span),)
        if isinstance(thing, Value) and thing.text is not None and thing.texts:
            first = thing.texts[0]
            items = tuple(
                (Value((Text(char, first.span, verbatim=False, decoded="reverse"),), on.span),) for char in reversed(thing.text[:_LONGEST])
            )
            return (Sequence(items, complete=True, span=on.span),)
    return on.known("", lambda text: text[::-1], "reverse")


def _character(on: _Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return _characters(on, thing)
        if isinstance(thing, Scalar) and isinstance(thing.value, int) and 0 <= thing.value < _CODE_POINTS:
            return (Value((Text(chr(thing.value), thing.span, verbatim=False, decoded="chr"),), on.span),)
    return (unknown(on.span, kind=Kind.CALL),)


def _characters(on: _Application, points: Sequence) -> Things:
    codes = [thing.value for things in points.items for thing in things[:1] if isinstance(thing, Scalar) and isinstance(thing.value, int)]
    if not points.complete or len(codes) != len(points.items) or not all(0 <= code < _CODE_POINTS for code in codes):
        return (unknown(on.span, kind=Kind.CALL),)
    text = "".join(map(chr, codes))
    return (Value((Text(text, points.span, verbatim=False, decoded="chr"),), on.span),)


def _digest(on: _Application) -> Things:
    return (unknown(on.span, kind=Kind.CALL, marks=frozenset({"digest"})),)


# Containers and functions ----------------------------------------------------------------------------------------------


def _map(on: _Application) -> Things:
    result = Mapping((), complete=True, span=on.span)
    given = on.call.arguments if on.call is not None else on.given
    for argument in given:
        things = on.evaluator.things(argument.value, on.site, on.frame)
        if argument.name is not None:
            key = Value((Text(argument.name, argument.value.span, verbatim=False),), argument.value.span)
            other = Mapping((Item(key, things, argument.value.span, on.site.scope.context),), complete=True, span=on.span)
        else:
            other = next(
                (each for thing in things if (each := _as_mapping(on, thing)) is not None), Mapping((), complete=False, span=on.span)
            )
        result = result.merged(other)
    return (result,)


def _as_mapping(on: _Application, thing: Thing) -> Mapping | None:
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
        items.append(
            Item(on.strings(pair.items[0])[0], pair.items[1], as_value(pair.items[1][0], pair.items[1][0].span).span, on.site.scope.context)
        )
    return Mapping(tuple(items), thing.complete, thing.span)


def _from_keys(on: _Application) -> Things:
    keys = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    values = on.argument(0)
    if keys is None or not values:
        return (Mapping((), complete=False, span=on.span),)
    items = tuple(Item(on.strings(key)[0], values, values[0].span, on.site.scope.context) for key in keys.items)
    return (Mapping(items, keys.complete, on.span),)


def _copy(on: _Application) -> Things:
    return on.subject


def _get(on: _Application) -> Things:
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
    found.extend(optional(thing, "default") for thing in default if not _is_nothing(thing))
    return bounded(found)


def _is_nothing(thing: Thing) -> bool:
    """Tell whether a default stands for "there is none"."""
    return (isinstance(thing, Scalar) and thing.value is None) or (isinstance(thing, Value) and thing.text == "")


def _list(on: _Application) -> Things:
    for thing in on.subject:
        if isinstance(thing, Sequence):
            return (replace(thing, span=on.span),)
    return (Sequence((), complete=False, span=on.span),)


def _apply(on: _Application) -> Things:
    """Apply a function, as a library knows it, to each item of a list."""
    items = next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None)
    name = on.evaluator.qualified(on.call.arguments[0].value, on.site) if on.call is not None and on.call.arguments else None
    effect = on.evaluator.library.calls.get(name) if name else None
    if items is None or effect is None:
        return (Sequence((), complete=False, span=on.span),)
    results = tuple(apply_effect(on.evaluator, effect, item, (), on.span, on.site, on.frame) for item in items.items)
    return (Sequence(results, items.complete, on.span),)


def _partial(on: _Application) -> Things:
    return tuple(
        replace(thing, preset=(*thing.preset, *on.given))
        for thing in on.subject
        if not isinstance(thing, Value | Scalar | Mapping | Sequence | Object)
    )


def _name(on: _Application) -> Things:
    name = on.call.function if on.call is not None else None
    spelled = name.name if isinstance(name, syntax.Attribute) else name.id if isinstance(name, syntax.Name) else ""
    if spelled == "cast" and on.given:  # `typing.cast(type, value)`
        return on.argument(0)
    return (unknown(on.span, spelled, kind=Kind.CALL),)


def _basic(on: _Application) -> Things:
    given = tuple(on.evaluator.things(each.value, on.site, on.frame) for each in (on.call.arguments if on.call is not None else ()))
    return (Object("BasicAuth", on.span, positional=given),)


_EFFECTS: Final[dict[Effect, Callable[[_Application], Things]]] = {
    Effect.SAME: _same,
    Effect.ENCODE: _encode,
    Effect.TEXT: _text,
    Effect.TRIM: _trim,
    Effect.LOWER: _lower,
    Effect.UPPER: _upper,
    Effect.REPLACE: _replace,
    Effect.PREFIX_CUT: _cut_prefix,
    Effect.JOIN: _join,
    Effect.URL_JOIN: _join_urls,
    Effect.URL_PARTS: _join_url_parts,
    Effect.FORMAT: _format,
    Effect.FORMAT_MAP: _format,
    Effect.SUBSTITUTE: _substitute,
    Effect.ENVIRONMENT: _environment,
    Effect.SETTING: _setting,
    Effect.DEFAULT: _default,
    Effect.STORE: _store,
    Effect.FILE: _file,
    Effect.OPEN: _open,
    Effect.BASE64: _base64,
    Effect.UNBASE64: _unbase64,
    Effect.HEX: _hex,
    Effect.UNHEX: _unhex,
    Effect.PERCENT: _percent,
    Effect.UNPERCENT: _unpercent,
    Effect.DECODE: _decode,
    Effect.QUOTE: _quote,
    Effect.REVERSE: _reverse,
    Effect.CHARACTER: _character,
    Effect.DIGEST: _digest,
    Effect.PARTIAL: _partial,
    Effect.MAP: _map,
    Effect.FROM_KEYS: _from_keys,
    Effect.COPY: _copy,
    Effect.GET: _get,
    Effect.LIST: _list,
    Effect.APPLY: _apply,
    Effect.NAME: _name,
    Effect.BASIC: _basic,
}
