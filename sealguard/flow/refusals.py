"""Finds the parts of a program that are about something being refused: blocks that must fail, and tests of what is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.scopes import last_name, names_in

if TYPE_CHECKING:
    from sealguard.flow.index import Index
    from sealguard.flow.library import Library

_TEST_MARKS: Final = frozenset({"Test", "ParameterizedTest", "Fact", "Theory", "TestMethod", "TestCase"})
_REFUSED: Final = re.compile(
    r"(?i)refus|reject|invalid|malformed|missing|wrong|bad|without|unauthori[sz]ed|forbid|deny|denied|not_allowed|error|raise|fail|insecure|plain_?http"
)
_TESTING: Final = ("Test", "Tests", "TestCase", "Spec")
"""What the names of classes of tests end in."""


def refusing_spans(index: Index, library: Library) -> list[tuple[int, int]]:
    """Find the blocks that are expected to fail, and the tests that are about a refusal."""
    spans: list[tuple[int, int]] = []
    for statement, site in index.statements:
        if (
            isinstance(statement, syntax.With)
            and isinstance(statement.head, syntax.Call)
            and last_name(statement.head.function) in library.refusals
        ):
            spans.append((statement.span.start, statement.span.end))
        if isinstance(statement, syntax.Function) and _REFUSED.search(statement.name):
            # What a class of tests keeps of wrong values is as much a test: `badHeaders`.
            kept = site.scope.kind == "class" and site.scope.name.endswith(_TESTING)
            if kept or _is_test(statement):
                spans.append((statement.span.start, statement.span.end))
    for calls in (index.calls.get(name, ()) for name in library.expectations):
        around = [(call, site.scope.node) for call, site in calls]
        spans.extend((call.span.start, node.span.end) for call, node in around if not isinstance(node, syntax.Program))
    for calls in (index.calls.get(name, ()) for name in library.cases):
        for call, _ in calls:
            title = call.arguments[0].value if call.arguments else None
            text = title.text if isinstance(title, syntax.Str) else ""
            if len(call.arguments) > 1 and _REFUSED.search(text):
                spans.append((call.span.start, call.span.end))
    spans.extend(
        (statement.span.start, statement.span.end)
        for statement, _ in (index.statements if library.cases or library.typed else ())
        for each in syntax.expressions(statement)
        if isinstance(each, syntax.Call) and _expects_failure(each, library)
    )
    return spans


def _expects_failure(call: syntax.Call, library: Library) -> bool:
    """Tell whether a call says that something fails: `expect(f).toThrow()`, `expect { f }.to raise_error`, `assert_raises(X) { f }`."""
    refusals = library.refusals
    blocks = library.typed or isinstance(call.function, syntax.Name) or any(argument.name == syntax.BLOCK for argument in call.arguments)
    given = (last_name(argument.value) for argument in call.arguments)
    return (
        not refusals.isdisjoint(names_in(call.function))
        or (blocks and last_name(call.function) in refusals)
        or not refusals.isdisjoint(given)
    )


def _is_test(function: syntax.Function) -> bool:
    return function.name.lower().startswith("test") or any(last_name(each) in _TEST_MARKS for each in function.decorators)
