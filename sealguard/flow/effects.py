"""What well-known functions do to values, for all languages alike; a language's table says which function does what."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow import addresses, encodings, pieces, templates
from sealguard.flow.application import Application, is_nothing
from sealguard.flow.domain import (
    Foreign,
    Item,
    Local,
    Mapping,
    Object,
    Scalar,
    Sequence,
    as_key,
    bounded,
    interpolated,
    marked,
    optional,
    unknown,
    whole,
)
from sealguard.flow.library import Effect
from sealguard.flow.scopes import last_name, own_calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.flow.scopes import Site
    from sealguard.model import Span


_SPACE: Final = re.compile(r"\\[snrt]|\s")
"""What in a regular expression stands for white space."""
_BLANK: Final = re.compile(r"\s+|[\^$()|*+?\[\]]*(?:[\\%][snrt][\^$()|*+?\[\]]*)+")
"""White space, or a regular expression that stands for nothing else."""
_PLACEHOLDER: Final = re.compile(r"[$#]\{\s*([\w.\-\[\]]+)\s*(?::([^{}]*))?\}")
_MOST_PIECES: Final = 4_096
"""Into how many pieces a text is taken apart: no credential is longer."""


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
    application = Application(evaluator, subject, arguments, span, site, frame, call)
    if isinstance(effect, str):
        return templates.fill(application, effect)
    return _EFFECTS[effect](application)


# Text ------------------------------------------------------------------------------------------------------------------


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


def _made(on: Application) -> Things:
    named = on.call.arguments[0].name if on.call is not None and on.call.arguments else None
    if named == "format":
        return templates.fill(on, "percent")
    return _open(on) if (named or "").startswith("contentsOf") else encodings.same(on)


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
            while separator and (found := part.text.find(separator, at)) >= 0 and len(items) < _MOST_PIECES:
                items.append((Value((part.cut(at, found),), on.span),))
                at = found + length
            items += (
                [(Value((part.cut(at),), on.span),)]
                if separator
                else [(Value((part.cut(each, each + 1),), on.span),) for each in range(min(len(part.text), _MOST_PIECES))]
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
        else:
            found.append(value if value.text is not None else marked(value, "partial"))
    return bounded(found)


def _concat(on: Application) -> Things:
    given = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given]
    return on.evaluator.join([on.subject or (Value((), on.span),), *given], on.span)


def _joined(on: Application) -> Things:
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is None:
        return (unknown(on.span, kind=Kind.CALL),)
    return _between(on, items, on.argument(0, "separator") if on.given else (Value((Text(",", on.span, verbatim=False),), on.span),))


def _cut_prefix(on: Application) -> Things:
    prefix = next((value.text for value in on.strings(on.argument(0)) if value.text), "")
    return on.each(lambda value: value.cut(len(prefix)) if prefix and value.shape.startswith(prefix) else value)


def _join(on: Application) -> Things:
    items = next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None)
    if items is None and len(on.given) > 1 and not any(each.name or each.spread for each in on.given):
        items = Sequence(tuple(on.evaluator.things(each.value, on.site, on.frame) for each in on.given), complete=True, span=on.span)
    if items is None and not on.given and (only := [thing for thing in on.subject if isinstance(thing, Sequence)]):
        return _between(on, only[0], ())  # `implode($list)`
    return _between(on, items, on.subject) if items is not None else (unknown(on.span, kind=Kind.CALL),)


def _between(on: Application, items: Sequence, separator: Things) -> Things:
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
        return _map(on)  # `JSON.generate(name: "etl")`
    if not all(isinstance(thing, Value | Scalar | Foreign) for thing in on.subject):
        return (unknown(on.span, kind=Kind.CALL),)
    quote = Text('"', on.span, verbatim=False)

    def quoted(value: Value) -> Value:
        binary = any(part.binary for part in value.texts) or any("bytes" in hole.marks for hole in value.holes)
        before = (Text("b", on.span, verbatim=False), quote) if binary else (quote,)
        return marked(Value((*before, *value.parts, quote), on.span), "quoted")

    return on.each(quoted)


# Where values come from ------------------------------------------------------------------------------------------------


def _environment(on: Application) -> Things:
    return _looked_up(on, Kind.ENVIRONMENT)


def _setting(on: Application) -> Things:
    return _looked_up(on, Kind.STORE)


def _looked_up(on: Application, kind: Kind) -> Things:
    # A function's first argument is its subject; an item's key is its only argument.
    keys = on.subject or on.argument(0)
    given = on.argument(0 if on.subject else 1, "default", "default_var", "fallback", "defaultValue", syntax.BLOCK)
    default = _outcomes(on, given)
    name = next((value.text for value in on.strings(keys) if value.text is not None), None)
    names = (name,) if name else tuple(each for value in on.strings(keys) for hole in value.holes for each in hole.names[-1:])
    binary = any(text.binary for value in on.strings(keys) for text in value.texts)
    found: list[Thing] = [unknown(on.span, *names, kind=kind, marks=frozenset({"bytes"}) if binary else frozenset())]
    found.extend(optional(thing, "default") for thing in default if not is_nothing(thing))
    return bounded(found)


def _option(on: Application) -> Things:
    return _looked_up(on, Kind.PARAMETER)


def _placeholder(on: Application) -> Things:
    """Read `${name:default}`; what has no such form is the value itself."""
    found: list[Thing] = []
    for value in on.strings(on.subject):
        match = _PLACEHOLDER.fullmatch(value.text or "")
        if match is None:
            found.append(value)
            continue
        found.append(unknown(value.span, match[1], kind=Kind.STORE))
        if match[2]:
            # Kotlin has to escape the dollar sign, which hides nothing of the default.
            parts = tuple(replace(part, decoded="") if part.decoded == "escape" else part for part in value.cut(*match.span(2)).texts)
            found.append(optional(Value(parts, on.span), "default"))
    return bounded(found)


def _choice(on: Application) -> Things:
    given = (thing for each in on.given for thing in _outcomes(on, on.evaluator.things(each.value, on.site, on.frame)))
    options = (optional(thing, "choice") for thing in (*on.subject, *given) if not is_nothing(thing) and not isinstance(thing, Local))
    return bounded(options)


def _outcomes(on: Application, things: Things) -> Things:
    """Give what functions of this file give that are called without arguments: `unwrap_or_else(|_| "default")`."""
    return tuple(
        given
        for thing in things
        for given in (on.evaluator.applied(thing, (), on.span, on.frame) if isinstance(thing, Local) else (thing,))
    )


def _spaced(on: Application) -> Things:
    space = (Value((Text(" ", on.span, verbatim=False),), on.span),)
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is not None and (between := on.argument(len(on.given), "collapse")):
        return _between(on, items, between)  # R's `paste(list, collapse = " ")`
    pieces: list[Things] = [on.subject]
    for each in on.given:
        pieces += [space, on.evaluator.things(each.value, on.site, on.frame)]
    return on.evaluator.join([on.strings(piece) for piece in pieces], on.span)


def _default(on: Application) -> Things:
    given = on.argument(0, "default") if on.call is None else _first(on)
    known = tuple(optional(thing, "default") for thing in given if not is_nothing(thing) and not isinstance(thing, Scalar))
    return (unknown(on.span, kind=Kind.PARAMETER), *known)


def _first(on: Application) -> Things:
    arguments = on.call.arguments if on.call is not None else ()
    named_default = [each.value for each in arguments if each.name in {"default", "defaultValue"}]
    positional = [each.value for each in arguments if each.name is None and not each.spread]
    return next((on.evaluator.things(value, on.site, on.frame) for value in (*named_default, *positional)), ())


def _store(on: Application) -> Things:
    return (unknown(on.span, kind=Kind.STORE),)


def _open(on: Application) -> Things:
    return (unknown(on.span, kind=Kind.FILE),)


def _file(on: Application) -> Things:
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


def _content(on: Application) -> Things:
    """Read line by line: what ends a line is not in it, unless the whole is asked for."""
    raw = any((each.name or "").lower() == "raw" for each in (on.call.arguments if on.call is not None else ()))
    return (unknown(on.span, kind=Kind.FILE, marks=frozenset() if raw else frozenset({"trimmed"})),)


def _read(on: Application) -> Things:
    if (items := next((thing for thing in on.subject if isinstance(thing, Sequence)), None)) is not None:
        return _between(on, items, on.argument(0))  # Scala's `mkString` is of files and of lists
    handles = any(isinstance(thing, Value) and any(hole.kind is Kind.FILE for hole in thing.holes) for thing in on.subject)
    standard = any(isinstance(thing, Foreign) and thing.name.lower().endswith(("stdin", "system.in")) for thing in on.subject)
    return (unknown(on.span, kind=Kind.FILE if handles or standard else Kind.CALL),)


def _empty_map(on: Application) -> Things:
    return (Mapping((), complete=True, span=on.span),)


# Containers and functions ----------------------------------------------------------------------------------------------


def _map(on: Application) -> Things:
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


def _block(on: Application) -> syntax.Expression | None:
    given = on.call.arguments if on.call is not None else on.given
    return given[-1].value if given and isinstance(given[-1].value, syntax.Lambda) else None


def _called_function(on: Application) -> Things:
    found = [each for thing in on.subject if isinstance(thing, Local) for each in on.evaluator.applied(thing, (), on.span, on.frame)]
    return bounded(found)


def _applied_to(on: Application) -> Things:
    functions = [thing for thing in on.argument(0) if isinstance(thing, Local)]
    found = [each for function in functions for each in on.evaluator.applied(function, (on.subject,), on.span, on.frame)]
    return bounded(found) or on.subject


def _configured(on: Application) -> Things:
    block = _block(on)
    owner = on.call.function.owner if on.call is not None and isinstance(on.call.function, syntax.Attribute) else None
    if block is None or owner is None:
        return on.subject
    return tuple(on.evaluator.configured(thing, block, owner, on.site, on.frame) for thing in on.subject)


def _built(on: Application) -> Things:
    block = _block(on)
    scope = on.evaluator.index.lambdas.get(id(block)) if block is not None else None
    if block is None or scope is None:
        return (unknown(on.span, kind=Kind.CALL),)
    calls = own_calls(block, block)
    parts = [on.evaluator.things(call.arguments[0].value, type(on.site)(scope, (), call.span.start)) for call in calls if call.arguments]
    return on.evaluator.join(parts, on.span) if parts else (unknown(on.span, kind=Kind.CALL),)


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


def _part(on: Application) -> Things:
    separators = on.strings(on.argument(0, "sep"))
    if not separators or any(value.text is not None and value.text.isspace() for value in separators):
        return _trim(on)
    return on.each(lambda value: marked(value, "partial") if value.text is None else unknown(on.span, kind=Kind.CALL))


def _each(on: Application) -> Things:
    """Apply a function, of this file or of the library, to each item of the subject."""
    items = next((thing for thing in on.subject if isinstance(thing, Sequence)), None)
    if items is None or not on.given:
        return (Sequence((), complete=False, span=on.span),)
    return _applied(on, on.given[0].value, items)


def _applied(on: Application, function: syntax.Expression, items: Sequence) -> Things:
    # A function can be named by a string.
    name = function.text if isinstance(function, syntax.Str) else on.evaluator.qualified(function, on.site)
    known = on.evaluator.library
    effect = (known.calls.get(name) or (known.methods.get(name) if isinstance(function, syntax.Str) else None)) if name else None
    local = next((thing for thing in on.evaluator.things(function, on.site, on.frame) if isinstance(thing, Local)), None)
    results: list[Things] = []
    for item in items.items[:_MOST_PIECES]:
        if effect is not None:
            results.append(apply_effect(on.evaluator, effect, item, (), on.span, on.site, on.frame))
        elif local is not None:
            results.append(on.evaluator.applied(local, (item,), on.span, on.frame))
    complete = items.complete and len(results) == len(items.items)
    return (Sequence(tuple(results), complete, on.span),)


def _apply(on: Application) -> Things:
    """Apply a function, as a library knows it, to each item of a list."""
    items = next((thing for thing in on.argument(0) if isinstance(thing, Sequence)), None)
    if items is None or on.call is None or not on.call.arguments:
        return (Sequence((), complete=False, span=on.span),)
    return _applied(on, on.call.arguments[0].value, items)


def _partial(on: Application) -> Things:
    return tuple(
        replace(thing, preset=(*thing.preset, *on.given))
        for thing in on.subject
        if not isinstance(thing, Value | Scalar | Mapping | Sequence | Object)
    )


def _name(on: Application) -> Things:
    name = on.call.function if on.call is not None else None
    spelled = name.name if isinstance(name, syntax.Attribute) else name.id if isinstance(name, syntax.Name) else ""
    if spelled == "cast" and on.given:  # `typing.cast(type, value)`
        return on.argument(0)
    return (unknown(on.span, spelled, kind=Kind.CALL),)


def _header(on: Application) -> Things:
    arguments = on.call.arguments if on.call is not None else ()
    given = [on.evaluator.things(each.value, on.site, on.frame) for each in arguments if each.name != "bearerToken"]
    bearer = len(arguments) == 1 and on.call is not None and "bearer" in last_name(on.call.function).lower()
    for each in arguments:
        if each.name == "bearerToken" or bearer:
            item = on.evaluator.bearer(on.evaluator.things(each.value, on.site, on.frame), each.value.span, on.site)
            return (Sequence(((item.key,), item.things), complete=True, span=on.span),)
    return (Sequence(tuple(given[:2]), complete=True, span=on.span),) if len(given) > 1 else (unknown(on.span, kind=Kind.CALL),)


def _basic_header(on: Application) -> Things:
    scheme = Text("Basic ", on.span, verbatim=False)
    return (Value((scheme, *unknown(on.span, kind=Kind.CALL, marks=frozenset({"base64"})).parts), on.span),)


def _basic(on: Application) -> Things:
    given = tuple(on.evaluator.things(each.value, on.site, on.frame) for each in (on.call.arguments if on.call is not None else ()))
    return (Object("BasicAuth", on.span, positional=given),)


_EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    **addresses.EFFECTS,
    **encodings.EFFECTS,
    **templates.EFFECTS,
    **pieces.EFFECTS,
    Effect.SAME: encodings.same,
    Effect.ENCODE: _encode,
    Effect.TEXT: _text,
    Effect.TEXT_MADE: _made,
    Effect.TRIM: _trim,
    Effect.LOWER: _lower,
    Effect.UPPER: _upper,
    Effect.REPLACE: _replace,
    Effect.SPLIT: _split,
    Effect.CUT: _cut,
    Effect.FIRST: lambda on: on.strings(on.argument(0)),
    Effect.TAKEN: lambda on: (unknown(on.span, kind=Kind.CALL, marks=frozenset({"partial"})),),
    Effect.CONCAT: _concat,
    Effect.JOINED: _joined,
    Effect.URL_BASE: _url_base,
    Effect.EACH: _each,
    Effect.PREFIX_CUT: _cut_prefix,
    Effect.JOIN: _join,
    Effect.URL_JOIN: _join_urls,
    Effect.URL_PARTS: _join_url_parts,
    Effect.ENVIRONMENT: _environment,
    Effect.SETTING: _setting,
    Effect.DEFAULT: _default,
    Effect.OPTION: _option,
    Effect.PLACEHOLDER: _placeholder,
    Effect.CHOICE: _choice,
    Effect.SPACED: _spaced,
    Effect.STORE: _store,
    Effect.FILE: _file,
    Effect.CONTENT: _content,
    Effect.READ: _read,
    Effect.EMPTY_MAP: _empty_map,
    Effect.OPEN: _open,
    Effect.QUOTE: _quote,
    Effect.PARTIAL: _partial,
    Effect.MAP: _map,
    Effect.PAIRS: _pairs,
    Effect.ITEMS: _items,
    Effect.COMPACT: _compact,
    Effect.CALLED: _called_function,
    Effect.APPLIED_TO: _applied_to,
    Effect.CONFIGURED: _configured,
    Effect.BUILT: _built,
    Effect.FROM_KEYS: _from_keys,
    Effect.COPY: _copy,
    Effect.GET: _get,
    Effect.LIST: _list,
    Effect.ZIP: _zip,
    Effect.PART: _part,
    Effect.APPLY: _apply,
    Effect.NAME: _name,
    Effect.HEADER: _header,
    Effect.BASIC_HEADER: _basic_header,
    Effect.BASIC: _basic,
}
