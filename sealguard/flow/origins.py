"""Where values come from that no literal gives: the environment, settings, stores, files, and the defaults beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Value
from sealguard.flow import encodings, templates
from sealguard.flow.application import is_nothing
from sealguard.flow.domain import Foreign, Local, Scalar, Sequence, bounded, optional, unknown
from sealguard.flow.library import Effect
from sealguard.flow.texts import between

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things

_PLACEHOLDER: Final = re.compile(r"[$#]\{\s*([\w.\-\[\]]+)\s*(?::([^{}]*))?\}")


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
    if name:
        said = {Kind.STORE: on.evaluator.said_under, Kind.ENVIRONMENT: on.evaluator.variable}.get(kind)
        found.extend(said(name) if said is not None else ())
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
        found.extend(on.evaluator.said_under(match[1]))
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


def _default(on: Application) -> Things:
    given = on.argument(0, "default") if on.call is None else _first(on)
    known = tuple(optional(thing, "default") for thing in given if not is_nothing(thing) and not isinstance(thing, Scalar))
    named = (each.value for each in (on.call.arguments if on.call is not None else ()) if each.name == "name")
    said = (thing for each in named for key in on.evaluator.values(each, on.site) for thing in on.evaluator.said_under(key.text or ""))
    return bounded((unknown(on.span, kind=Kind.PARAMETER), *said, *known))


def _first(on: Application) -> Things:
    arguments = on.call.arguments if on.call is not None else ()
    named_default = [each.value for each in arguments if each.name in {"default", "defaultValue"}]
    positional = [each.value for each in arguments if each.name is None and not each.spread]
    return next((on.evaluator.things(value, on.site, on.frame) for value in (*named_default, *positional)), ())


def _store(on: Application) -> Things:
    return (unknown(on.span, kind=Kind.STORE),)


def _open(on: Application) -> Things:
    return (unknown(on.span, kind=Kind.FILE),)


def _made(on: Application) -> Things:
    named = on.call.arguments[0].name if on.call is not None and on.call.arguments else None
    if named == "format":
        return templates.fill(on, "percent")
    return _open(on) if (named or "").startswith("contentsOf") else encodings.same(on)


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
        return between(on, items, on.argument(0))  # Scala's `mkString` is of files and of lists
    handles = any(isinstance(thing, Value) and any(hole.kind is Kind.FILE for hole in thing.holes) for thing in on.subject)
    standard = any(isinstance(thing, Foreign) and thing.name.lower().endswith(("stdin", "system.in")) for thing in on.subject)
    return (unknown(on.span, kind=Kind.FILE if handles or standard else Kind.CALL),)


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.ENVIRONMENT: _environment,
    Effect.SETTING: _setting,
    Effect.DEFAULT: _default,
    Effect.OPTION: _option,
    Effect.PLACEHOLDER: _placeholder,
    Effect.CHOICE: _choice,
    Effect.STORE: _store,
    Effect.TEXT_MADE: _made,
    Effect.FILE: _file,
    Effect.CONTENT: _content,
    Effect.READ: _read,
    Effect.OPEN: _open,
}
"""What each of these effects does."""
