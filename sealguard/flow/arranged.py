"""Finds the calls that a call arranges: of threads, executors, tasks and mapped functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLED_LATER: Final = frozenset({"target", "python_callable", "func", "fn", "function", "callable", "callback"})
_LATER_POSITIONAL: Final = frozenset({"args", "op_args"})
_LATER_NAMED: Final = frozenset({"kwargs", "op_kwargs"})
_CALLING_LATER: Final = frozenset(
    {
        *("delay", "apply_async", "apply", "submit", "s", "si", "remote", "spawn", "do", "enqueue", "defer", "schedule"),
        *("run_in_executor", "to_thread", "call_soon", "call_later", "add_job", "start_soon", "run_sync", "Timer"),
    }
)


def arranged(node: syntax.Call, name: str) -> Iterator[tuple[syntax.Expression, tuple[syntax.Argument, ...]]]:
    """Give the functions that a call is handed in order to call them, and what with."""
    named = {argument.name: argument.value for argument in node.arguments if argument.name is not None}
    later = tuple(
        syntax.Argument(value, spread="list" if key in _LATER_POSITIONAL else "map")
        for key, value in named.items()
        if key in _LATER_POSITIONAL | _LATER_NAMED
    )
    later = tuple(
        each
        for argument in later
        for each in (tuple(map(syntax.Argument, argument.value.items)) if isinstance(argument.value, syntax.Seq) else (argument,))
    )
    for key in _CALLED_LATER & named.keys():
        if isinstance(named[key], syntax.Name | syntax.Attribute):
            yield named[key], later
    if name in _CALLING_LATER and isinstance(node.function, syntax.Attribute) and isinstance(node.function.owner, syntax.Name):
        yield node.function.owner, later or node.arguments
    if name in {"map", "starmap", "forEach", "flatMap"}:
        yield from _mapped(node)
    if name not in _CALLING_LATER:
        return
    positional = [argument for argument in node.arguments if argument.name is None and not argument.spread]
    for at, argument in enumerate(positional[:-1]):
        if isinstance(argument.value, syntax.Name | syntax.Attribute):
            yield argument.value, tuple(positional[at + 1 :])
            return


def _mapped(node: syntax.Call) -> Iterator[tuple[syntax.Expression, tuple[syntax.Argument, ...]]]:
    """Give the function that is called with each item of a list: `map(f, items)`, `executor.map(f, items)`."""
    match [argument.value for argument in node.arguments if argument.name is None and not argument.spread]:
        case [syntax.Name() | syntax.Attribute() | syntax.Lambda() as function, *lists] if lists:
            yield function, tuple(syntax.Argument(syntax.Index(each.span, each, syntax.Opaque(each.span))) for each in lists)
