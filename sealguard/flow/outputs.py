"""Says what a program shows to people: what it prints, logs and raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Output
from sealguard.flow.domain import Foreign, Mapping, Object
from sealguard.flow.scopes import Site, last_name
from sealguard.flow.templates import STYLES, is_cut_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sealguard.facts import Facts, Header, Value
    from sealguard.flow.domain import Things
    from sealguard.flow.exposure import Exposure
    from sealguard.flow.requests import Requests
    from sealguard.model import Span

_DEEPEST: Final = 3
"""How deep in a map that is written whole its members are looked at."""
_LATEST: Final = 3
"""How many outputs before a text can be around it: an emitter shows what an output is given right behind it."""


class Outputs:
    """What one program shows; an emitter shows it every call and `raise`."""

    def __init__(self, requests: Requests, exposure: Exposure, facts: Facts) -> None:
        """Prepare to add to `facts` what the program of `requests` shows; what it gives to clients is said by `exposure`."""
        self.requests = requests
        self.evaluator = requests.evaluator
        self.library = requests.library
        self.index = requests.index
        self.exposure = exposure
        self.facts = facts
        self._spans: list[Span] = []

    def holds(self, span: Span) -> bool:
        """Tell whether a text stands in one of the latest outputs."""
        return any(span in each for each in self._spans[-_LATEST:])

    def statement(self, statement: syntax.Statement, site: Site) -> None:
        """Look at a statement: what a notebook's cell ends in, or what is raised."""
        match statement:
            case syntax.Evaluate(shown=True, value=value) if not isinstance(value, syntax.Str):
                self._output(value, "the cell's output", (syntax.Argument(value),), site)
            case syntax.Raise(value=syntax.Join() | syntax.Format() as value):
                self._output(value, "raise", (syntax.Argument(value),), site)
            case syntax.Raise(value=syntax.Call() as value):
                self._output(value, f"raise {last_name(value.function)}", value.arguments, site)

    def call(self, node: syntax.Call, name: str, qualified: str, site: Site) -> None:
        """Look at a call."""
        if self._is_output(node, name, qualified, site):
            skip = self.library.outputs.get(qualified, 0)
            self._output(node, qualified or name, node.arguments[skip:], site)

    def _is_output(self, node: syntax.Call, name: str, qualified: str, site: Site) -> bool:
        giving = self.library.givings.get(qualified)
        if qualified in self.library.streams:
            if giving is not None and self.exposure.writes(node, giving, site):
                return False
            return bool(node.arguments) and _is_terminal(node.arguments[0].value)
        if qualified in self.library.returning and len(node.arguments) > 1:
            return False
        if qualified in self.library.outputs:
            return not any(argument.name == "file" and not _is_terminal(argument.value) for argument in node.arguments)
        if name in self.library.output_methods and isinstance(node.function, syntax.Attribute):
            owner = node.function.owner
            spelled = [last_name(owner).lower()]
            while isinstance(owner, syntax.Call) and isinstance(owner.function, syntax.Attribute):
                owner = owner.function.owner  # `log.Info().Str("name", value)`
                spelled.append(last_name(owner).lower())
            if any(each in self.library.loggers or each.endswith(("logger", "log")) for each in spelled):
                return True
            made = self.evaluator.things(owner, site)
            return any(isinstance(thing, Object) and "logg" in thing.type.lower() for thing in made) or any(
                isinstance(thing, Foreign) and thing.name.lower().startswith(("logging", "loguru", "structlog")) for thing in made
            )
        return False

    def _output(self, node: syntax.Expression, sink: str, arguments: Iterable[syntax.Argument], site: Site) -> None:
        values: list[Value] = []
        headers: list[Header] = []
        self._spans.append(node.span)
        given = tuple(arguments)
        cut = _cut_off(given)
        for number, argument in enumerate(given):
            if number in cut:
                continue
            if argument.name in {"file", "end", "sep", "exc_info", "stack_info"}:
                continue
            if isinstance(argument.value, syntax.Lambda) and (scope := self.index.lambdas.get(id(argument.value))) is not None:
                for value, block in scope.returns:  # `logger.debug { "..." }`
                    self._written(self.evaluator.things(value, Site(scope, block, value.span.end)), value.span, values, headers)
                continue
            for thing_node in _shown(argument.value):
                self._written(self.evaluator.things(thing_node, site), thing_node.span, values, headers)
        if values or headers:
            self.facts.outputs.append(Output(node.span, sink, tuple(values), tuple(headers), site.scope.context))

    def _written(self, things: Things, span: Span, values: list[Value], headers: list[Header], depth: int = 0) -> None:
        for thing in things:
            if isinstance(thing, Mapping) and depth < _DEEPEST:
                for item in thing.items:
                    headers.append(self.requests.header(item))
                    self._written(item.things, item.span, values, headers, depth + 1)
            else:
                values.extend(self.evaluator.strings((thing,), span))


def _cut_off(arguments: Sequence[syntax.Argument]) -> set[int]:
    """Give which arguments are shown but for their first characters: `log.info("token %.4s", token)`."""
    template = arguments[0].value if arguments else None
    if not isinstance(template, syntax.Str) or "%." not in template.text:
        return set()
    fields = (each for each in STYLES["percent"].finditer(template.text) if each[0] != "%%")
    return {number for number, each in enumerate(fields, 1) if is_cut_off(each[0])}


def _is_terminal(node: syntax.Expression) -> bool:
    return last_name(node).lower() in {"stdout", "stderr", "out", "err"}


def _shown(node: syntax.Expression) -> Iterable[syntax.Expression]:
    """Give what an argument of an output shows: the members of a tuple or list, else itself."""
    return node.items if isinstance(node, syntax.Seq) else (node,)
