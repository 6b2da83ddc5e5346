"""URLs that are put together from named parts, and queries from the entries of a map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Text, Value
from sealguard.flow.domain import Mapping
from sealguard.flow.library import Effect

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.application import Application
    from sealguard.flow.domain import Things

_MOST: Final = 50
"""How many entries of a query are spelled out."""


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


def _named_parts(on: Application) -> Things:
    """Make a URL of arguments that are named for its parts, in any case: `url.URL{Scheme: "https", Host: host, Path: path}`."""
    arguments = on.call.arguments if on.call is not None else on.given
    given = {each.name.lower(): on.evaluator.things(each.value, on.site, on.frame) for each in arguments if each.name is not None}
    host = given.get("host")
    if host is None:
        return on.each(lambda value: value) if on.subject else ()
    parts = [given["scheme"], _literal(on, "://"), host] if "scheme" in given else [host]
    result = on.evaluator.join(parts, on.span)
    if "path" in given:
        result = on.evaluator.join_paths(result, given["path"], on.span)
    query = given.get("rawquery") or given.get("query")
    return on.evaluator.join([result, _literal(on, "?"), query], on.span) if query is not None else result


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
