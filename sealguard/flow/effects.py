"""What well-known functions do to values, for all languages alike; a language's table says which function does what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Text, Value
from sealguard.flow import addresses, containers, encodings, origins, pieces, templates, texts
from sealguard.flow.application import Application
from sealguard.flow.domain import (
    Local,
    Mapping,
    Object,
    Scalar,
    Sequence,
    bounded,
    unknown,
)
from sealguard.flow.library import Effect
from sealguard.flow.scopes import last_name, own_calls

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.flow.domain import Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.evaluation import Frame
    from sealguard.flow.scopes import Site
    from sealguard.model import Span


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
    for item in items.items[: texts.MOST_PIECES]:
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
    **texts.EFFECTS,
    **origins.EFFECTS,
    **containers.EFFECTS,
    Effect.SAME: encodings.same,
    Effect.EACH: _each,
    Effect.PARTIAL: _partial,
    Effect.CALLED: _called_function,
    Effect.APPLIED_TO: _applied_to,
    Effect.CONFIGURED: _configured,
    Effect.BUILT: _built,
    Effect.APPLY: _apply,
    Effect.NAME: _name,
    Effect.HEADER: _header,
    Effect.BASIC_HEADER: _basic_header,
    Effect.BASIC: _basic,
}
