"""URLs that are put together from named parts, and queries from the entries of a map."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Text, Value
from sealguard.flow.domain import Mapping, as_key, bounded, unknown
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Map

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Thing, Things
    from sealguard.model import Span

_MOST: Final = 50
"""How many entries of a query are spelled out, and pieces of a path put together."""
_SCHEME: Final = re.compile(r"(?i)(?:https?|wss?)(?::(?://)?)?")
_ORDER: Final = ("scheme", "host", "port", "path", "query")
_PARTS: Final = {
    **dict.fromkeys(("scheme", "protocol"), "scheme"),
    **dict.fromkeys(("host", "hostname", "authority"), "host"),
    "port": "port",
    **dict.fromkeys(("path", "pathname", "encodedpath", "rawpath"), "path"),
    **dict.fromkeys(("query", "rawquery", "search", "query_string", "querystring", "query_params", "params"), "query"),
}
"""What the parts of a URL are called, in lower case."""


def _query(on: Application) -> Things:
    """Spell a map as a query; what is no map stays what it is."""
    entries = next((thing for thing in on.subject if isinstance(thing, Mapping)), None)
    return _spelled(on, entries) if entries is not None else on.each(lambda value: value)


def _spelled(on: Application, entries: Mapping) -> Things:
    parts: list[Things] = []
    for item in entries.items[:_MOST]:
        if parts:
            parts.append(_literal(on, "&"))
        parts += [(item.key,), _literal(on, "="), on.strings(item.things)]
    return on.evaluator.join(parts, on.span) if parts else (Value((), on.span),)


def empty(span: Span) -> Value:
    """Give a URL of which nothing is said yet."""
    return Value((*unknown(span).parts, Text("://", span, verbatim=False), *unknown(span).parts), span)


def is_url(thing: Thing) -> bool:
    """Tell whether a thing is a text that has a scheme and a host, known or not."""
    return isinstance(thing, Value) and "://" in thing.shape


def with_part(url: Value, part: str, new: Value, span: Span) -> Value:
    """Give a URL with another `scheme`, `host` or `query`, or with a `port` or a piece of `path` more."""
    shape = url.shape
    start = shape.find("://") + 3
    host_end, path_end = _end(shape, "/?#", start), _end(shape, "?#", start)
    match part:
        case "scheme":
            first = new.cut(0, len(new.shape.rstrip(":/")))
            return Value((*first.parts, Text("://", span, verbatim=False), *url.cut(start).parts), span)
        case "host":
            return Value((*url.cut(0, start).parts, *new.parts, *url.cut(host_end).parts), span)
        case "port":
            colon = Text(":", span, verbatim=False)
            return Value((*url.cut(0, host_end).parts, colon, *new.parts, *url.cut(host_end).parts), span)
        case "path":
            slash = Text("/", span, verbatim=False)
            before, piece = url.cut(0, len(shape[:path_end].rstrip("/"))), new.cut(len(new.shape) - len(new.shape.lstrip("/")))
            return Value((*before.parts, slash, *piece.parts, *url.cut(path_end).parts), span)
        case _:
            mark = Text("&" if "?" in shape else "?", span, verbatim=False)
            return Value((*url.parts, mark, *new.cut(len(new.shape) - len(new.shape.lstrip("?"))).parts), span)


def _end(shape: str, marks: str, start: int) -> int:
    return min((at for at in (shape.find(mark, start) for mark in marks) if at >= 0), default=len(shape))


def changed(on: Application, part: str) -> Things:
    """Give what a method that changes a part of a URL makes of those that it is called on."""
    urls = [thing for thing in on.subject if isinstance(thing, Value) and is_url(thing)]
    if not part:
        return tuple(replace(url, span=on.span) for url in urls)
    if part == "named":
        given = {each.name or "": on.evaluator.things(each.value, on.site, on.frame) for each in on.given}
        return _with_parts(on, bounded(urls), given)
    if part == "parameter":
        return _with_parameters(on, bounded(urls))
    result: Things = tuple(urls)
    for argument in on.given[: 1 if part != "path" else _MOST]:
        result = _each_with(on, result, part, on.evaluator.things(argument.value, on.site, on.frame))
    return result


def _each_with(on: Application, urls: Things, part: str, things: Things) -> Things:
    pairs = itertools.product(urls, on.strings(things))
    return bounded(with_part(url, part, new, on.span) for url, new in pairs if isinstance(url, Value))


def _with_parts(on: Application, urls: Things, given: Map[str, Things]) -> Things:
    """Give URLs with parts that go by their names, in any case."""
    parts = {_PARTS[name.lower()]: things for name, things in given.items() if name.lower() in _PARTS}
    for part in sorted(parts, key=_ORDER.index):
        entries = [thing for thing in parts[part] if isinstance(thing, Mapping)] if part == "query" else []
        urls = _each_with(on, urls, part, _spelled(on, entries[0]) if entries else parts[part])
    return urls


def _with_parameters(on: Application, urls: Things) -> Things:
    """Give URLs with parameters of the query: a name and a value, a map, or named arguments."""
    positional = [on.evaluator.things(each.value, on.site, on.frame) for each in on.given if each.name is None and not each.spread]
    entries = [thing for things in positional[:1] for thing in things if isinstance(thing, Mapping)]
    if entries:
        return _each_with(on, urls, "query", _spelled(on, entries[0]))
    named = [((as_key(each.name, on.span),), on.evaluator.things(each.value, on.site, on.frame)) for each in on.given if each.name]
    for name, value in [*([(positional[0], positional[1])] if len(positional) > 1 else []), *named]:
        urls = _each_with(on, urls, "query", on.evaluator.join([on.strings(name), _literal(on, "="), on.strings(value)], on.span))
    return urls


def _named_parts(on: Application) -> Things:
    """Make a URL of its parts: `url.URL{Scheme: "https", Host: host}`, `UriBuilder("https", host)`, `URI::HTTPS.build(host: host)`."""
    arguments = on.call.arguments if on.call is not None else on.given
    named = {each.name: on.evaluator.things(each.value, on.site, on.frame) for each in arguments if each.name is not None}
    positional = [on.evaluator.things(each.value, on.site, on.frame) for each in arguments if each.name is None and not each.spread]
    held = next((thing for things in positional[:1] for thing in things if isinstance(thing, Mapping)), None)
    if held is not None:
        named, positional = {item.key.text: item.things for item in held.items if item.key.text is not None} | named, []
    if len(positional) > 1 and any(_SCHEME.fullmatch(value.text or "") for value in on.strings(positional[0])):
        named = dict(zip(("scheme", "host"), positional, strict=False)) | named
        path = next((things for things in positional[2:] if any(value.shape.startswith("/") for value in on.strings(things))), None)
        named = named if path is None else {"path": path} | named
    elif positional:
        made = on.each(lambda value: value)
        return _with_parts(on, made, named) if any(map(is_url, made)) else made
    owner = on.call.function.owner if on.call is not None and isinstance(on.call.function, syntax.Attribute) else None
    if isinstance(owner, syntax.Attribute) and _SCHEME.fullmatch(owner.name.lower()):
        where = owner.at or owner.span
        named["scheme"] = (Value((Text(owner.name.lower(), where, verbatim=False),), where),)
    return _with_parts(on, (empty(on.span),), named)


def _host(on: Application) -> Things:
    function = on.call.function if on.call is not None else None
    scheme = function.name if isinstance(function, syntax.Attribute) else "https"
    whole = on.evaluator.join([_literal(on, f"{scheme}://"), on.strings(on.subject)], on.span)
    path, query = on.argument(0), on.argument(1)
    result = on.evaluator.join_paths(whole, path, on.span) if path else whole
    entries = [thing for thing in query if isinstance(thing, Mapping) and thing.items]
    return on.evaluator.join([result, _literal(on, "?"), _spelled(on, entries[0])], on.span) if entries else result


def _under(on: Application) -> Things:
    named = any(each.name in {"path", "component"} for each in on.given)
    path = on.argument(0, "path", "component", "conformingTo")
    if named or any("://" in value.shape for value in on.strings(on.subject)):
        return on.evaluator.join_paths(on.subject, path, on.span)
    return on.evaluator.join([on.strings(on.subject), on.strings(path)], on.span)


def _resolved(on: Application) -> Things:
    path = on.argument(0)
    relative = any(isinstance(thing, Value) and "://" not in thing.shape for thing in path)
    return on.evaluator.join_paths(on.subject, path, on.span) if relative else on.each(lambda value: value)


def _literal(on: Application, text: str) -> Things:
    return (Value((Text(text, on.span, verbatim=False),), on.span),)


EFFECTS: Final[dict[Effect, Callable[[Application], Things]]] = {
    Effect.URI: _resolved,
    Effect.QUERY: _query,
    Effect.URL_HOST: _host,
    Effect.URL_UNDER: _under,
    Effect.URL_NAMED: _named_parts,
}
