"""Tells how long a program waits before it repeats something: nothing, fixed seconds, longer each time, or as long as it was asked to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Wait
from sealguard.flow.scopes import Site, arguments_of, last_name
from sealguard.model import APART

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.scopes import Scope
    from sealguard.model import Span

_ASKED: Final = re.compile(r"(?i)retry[-_ ]?after|rate-?limit-?reset|ratelimit_?reset|reset_?(?:at|in|after|time)|retry_?in\b")
_UNITS: Final = {
    "nanosecond": 1e-9,
    "microsecond": 1e-6,
    "millisecond": 0.001,
    "milli": 0.001,
    "ms": 0.001,
    "second": 1.0,
    "sec": 1.0,
    "s": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
}
_UNIT: Final = re.compile(r"(?i)^(?:of|from|from_|in)?_?(nanosecond|microsecond|millisecond|milli|ms|second|sec|minute|hour)s?$")
_DEEPEST: Final = 6
_RERUN: Final = 180
"""After how many seconds a task is run again where nothing says so."""
_UNITING: Final = frozenset({"Duration", "timedelta", "TimeSpan"})


@dataclass(frozen=True, slots=True)
class Amount:
    """How long a wait is, as far as it is known."""

    wait: Wait
    number: float = 0
    united: bool = False
    """Whether the number is of seconds, and not of what the call takes."""
    where: Span | None = None
    """Where a number is written."""


_UNKNOWN: Final = Amount(Wait.UNKNOWN)
_GROWING: Final = Amount(Wait.GROWING)
_ABSENT: Final = Amount(Wait.UNKNOWN)
"""What is not given: something else holds then."""


class Waits:
    """Reads what waiting calls are given."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Prepare to read the calls of the program of `evaluator`."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.failures = evaluator.library.failures

    def of(self, call: syntax.Call, site: Site, changing: frozenset[str]) -> tuple[Wait, float, Span]:
        """Give how a call waits, for how many seconds if that is fixed, and where that is said, in another file if it is written there.

        `changing` are names that differ each time.
        """
        if last_name(call.function) in self.failures.rerunning:
            return *self._until_rerun(call, site, changing), call.span
        node = _duration(call)
        if node is None:
            return Wait.UNKNOWN, 0, call.span
        amount = self.amount(node, site, changing)
        qualified = self.evaluator.qualified(call.function, site) or ""
        unit = 1.0 if amount.united else self.failures.waits.get(qualified, self.failures.unit)
        elsewhere = amount.where is not None and amount.where.start // APART != call.span.start // APART
        return amount.wait, amount.number * unit, amount.where if elsewhere and amount.where is not None else call.span

    def _until_rerun(self, call: syntax.Call, site: Site, changing: frozenset[str]) -> tuple[Wait, float]:
        """Give how long a task waits that asks to be run again: as it says, or else as it was declared."""
        function = site.scope.function
        declared = function.node.decorators if function is not None and isinstance(function.node, syntax.Function) else ()
        named = {argument.name: argument.value for argument in call.arguments}
        if "countdown" not in named and named.keys() & {"eta", None}:
            return Wait.UNKNOWN, 0
        told = (
            each.value for one in declared if isinstance(one, syntax.Call) for each in one.arguments if each.name == "default_retry_delay"
        )
        node = named.get("countdown") or next(told, None)
        return self.of_value(node, site, 1, changing) if node is not None else (Wait.FIXED, _RERUN)

    def of_value(self, node: syntax.Expression, site: Site, unit: float, changing: frozenset[str] = frozenset()) -> tuple[Wait, float]:
        """Give the same for a value that says how long, a number of `unit` seconds."""
        amount = self.amount(node, site, changing)
        return amount.wait, amount.number * (1.0 if amount.united else unit)

    def changing(self, span: Span, loop: syntax.Loop | None = None) -> frozenset[str]:
        """Give the names that are given another value inside of a stretch, which may be a loop's."""
        names: set[str] = set()
        for statement, _ in self.index.statements:
            if not (span.start <= statement.span.start and statement.span.end <= span.end):
                continue
            match statement:
                case syntax.Assign():
                    names.update(_names(statement.target))
                case syntax.Evaluate(value=syntax.Name() | syntax.Opaque() as value):
                    names.update(_names(value))  # `attempt++`
            for expression in syntax.expressions(statement):
                names.update(name for each in syntax.walk(expression) if isinstance(each, syntax.Assigned) for name in _names(each.target))
                names.update(name for each in syntax.walk(expression) if _counts(each) for name in _names(each))
        if loop is not None and loop.target is not None:
            names.update(_names(loop.target))
        elif loop is not None and loop.head is not None:
            names.update(name for each in syntax.walk(loop.head) for name in ([each.id] if isinstance(each, syntax.Name) else []))
        return frozenset(names)

    def amount(self, node: syntax.Expression, site: Site, changing: frozenset[str], depth: int = 0) -> Amount:
        """Give how long an expression says."""
        if depth > _DEEPEST:
            return _UNKNOWN
        if self._asks(node):
            return Amount(Wait.ASKED)

        def inner(each: syntax.Expression) -> Amount:
            return self.amount(each, site, changing, depth + 1)

        match node:
            case syntax.Const(value=int() | float() as number):
                return Amount(Wait.FIXED, float(number), where=node.span)
            case syntax.Name():
                return _GROWING if node.id in changing else self._named(node, site, changing, depth)
            case syntax.Attribute():
                return self._attribute(node, site, changing, depth)
            case syntax.Call():
                return self._called(node, site, changing, depth)
            case syntax.Operation(operator="*", operands=(left, right)):
                return _product(inner(left), inner(right))
            case syntax.Operation(operands=operands):
                return _any_of([inner(each) for each in operands], otherwise=_UNKNOWN)
            case syntax.Join(parts=parts):
                amounts = [inner(each) for each in parts]
                total = sum(each.number for each in amounts)
                return _any_of(amounts, otherwise=Amount(Wait.FIXED, total, any(each.united for each in amounts)))
            case syntax.Choice(options=options):
                amounts = [amount for each in options if (amount := inner(each)) is not _ABSENT]
                return _any_of(amounts, otherwise=max(amounts, key=lambda each: each.number))
        return _any_of([inner(each) for each in syntax.children(node)], otherwise=_UNKNOWN)

    def _asks(self, node: syntax.Expression) -> bool:
        """Tell whether an expression reads for how long the answer asks."""
        for each in syntax.walk(node):
            spelled = each.text if isinstance(each, syntax.Str) else each.id if isinstance(each, syntax.Name) else ""
            spelled = each.name if isinstance(each, syntax.Attribute) else spelled
            if _ASKED.search(spelled):
                return True
        return False

    def _named(self, node: syntax.Name, site: Site, changing: frozenset[str], depth: int) -> Amount:
        home = site.scope.lookup(node.id)
        binds = home.binds[node.id] if home is not None else []
        if home is None or len(binds) != 1:
            return _UNKNOWN
        bind = binds[0]
        match bind.value:
            case syntax.Parameter(default=default) as parameter:
                given = [self.amount(value, place, frozenset(), depth + 1) for value, place in self._given(home, parameter)]
                if default is not None:
                    given.append(self.amount(default, site, frozenset(), depth + 1))
                return _longest(given)
            case syntax.Expression() as value if not bind.element:
                return self.amount(value, bind.site, changing, depth + 1)
        return _UNKNOWN

    def _attribute(self, node: syntax.Attribute, site: Site, changing: frozenset[str], depth: int) -> Amount:
        unit = _UNIT.match(node.name)
        if unit is not None:
            seconds = _UNITS[unit[1].lower()]
            owner = self.amount(node.owner, site, changing, depth + 1)
            if owner.wait is Wait.FIXED:
                return Amount(Wait.FIXED, owner.number * seconds, united=True)
            return owner if owner.wait is not Wait.UNKNOWN else Amount(Wait.FIXED, seconds, united=True)
        if _spelled(node) in changing or node.name in changing:
            return _GROWING
        if isinstance(node.owner, syntax.Name) and (home := site.scope.lookup(node.owner.id)) is not None:
            binds = home.binds[node.owner.id]
            if len(binds) == 1 and isinstance(parameter := binds[0].value, syntax.Parameter):
                return self._option(home, parameter, node.name, site, depth)
        sole = self.index.sole(node, site.scope)
        if sole is not None and isinstance(sole.value, syntax.Expression):
            return self.amount(sole.value, sole.site, changing, depth + 1)
        return _UNKNOWN

    def _option(self, function: Scope, parameter: syntax.Parameter, name: str, site: Site, depth: int) -> Amount:
        """Give how long an option says that a function is given in a map: `retry(send, { delay: 200 })`."""
        options = [*self._given(function, parameter)]
        if parameter.default is not None:
            options.append((parameter.default, site))
        said: list[Amount] = []
        for value, place in options:
            node, where = self._resolved(value, place)
            if not isinstance(node, syntax.Map):
                return _UNKNOWN
            told = [each for key, each in syntax.entries(node) if key == name]
            if not told and any(entry.key is None for entry in node.entries):
                return _UNKNOWN
            said += [self.amount(each, where, frozenset(), depth + 1) for each in told]
        return _longest(said) if said else _ABSENT if options else _UNKNOWN

    def _given(self, function: Scope, parameter: syntax.Parameter) -> Iterator[tuple[syntax.Expression, Site]]:
        """Give what those who call a function give for a parameter."""
        for call, site in self.evaluator.callers(function):
            value = arguments_of(call, function.parameters).get(parameter.name)
            if value is not None:
                yield value, site

    def _resolved(self, node: syntax.Expression, site: Site) -> tuple[syntax.Expression, Site]:
        """Give what a name stands for, as far as it is bound once."""
        for _ in range(_DEEPEST):
            sole = self.index.sole(node, site.scope) if isinstance(node, syntax.Name | syntax.Attribute) else None
            if sole is None or sole.element or not isinstance(sole.value, syntax.Expression):
                break
            node, site = sole.value, sole.site
        return node, site

    def _called(self, node: syntax.Call, site: Site, changing: frozenset[str], depth: int) -> Amount:
        name = last_name(node.function)
        unit = _UNIT.match(name)
        amounts = [self.amount(argument.value, site, changing, depth + 1) for argument in node.arguments]
        if unit is not None and isinstance(node.function, syntax.Attribute):
            seconds = _UNITS[unit[1].lower()]
            held = amounts[0] if amounts else self.amount(node.function.owner, site, changing, depth + 1)
            return Amount(Wait.FIXED, held.number * seconds, united=True) if held.wait is Wait.FIXED else held
        if name in _UNITING and node.arguments and all(argument.name for argument in node.arguments):
            units = [_UNIT.match(argument.name or "") for argument in node.arguments]
            total = sum(each.number * _UNITS[unit[1].lower()] for each, unit in zip(amounts, units, strict=True) if unit is not None)
            return _any_of(amounts, otherwise=Amount(Wait.FIXED, total, united=True))
        if name in _UNITING and len(amounts) == 1:
            return amounts[0]  # `time.Duration(2) * time.Second`
        owner = [self.amount(node.function.owner, site, changing, depth + 1)] if isinstance(node.function, syntax.Attribute) else []
        return _any_of([*amounts, *owner], otherwise=_UNKNOWN)


def _duration(call: syntax.Call) -> syntax.Expression | None:
    """Give what says how long a call waits: behind a function, where it is given one."""
    given = [argument for argument in call.arguments if not argument.spread]
    if last_name(call.function) in {"setTimeout", "setInterval"} and len(given) > 1:
        return given[1].value
    return given[0].value if given else None


def _names(node: syntax.Expression) -> Iterator[str]:
    """Give the names that are assigned to."""
    match node:
        case syntax.Name():
            yield node.id
        case syntax.Attribute():
            yield _spelled(node)
        case syntax.Seq(items=items):
            for each in items:
                yield from _names(each)
        case syntax.Opaque(children=children) | syntax.Operation(operands=children):
            for each in children:
                yield from _names(each)
        case syntax.Map(entries=entries):
            for entry in entries:
                yield from _names(entry.value)


def _counts(node: syntax.Expression) -> bool:
    """Tell whether an expression changes what it stands for: `attempt++`."""
    return isinstance(node, syntax.Opaque) or (isinstance(node, syntax.Operation) and node.operator in {"++", "--"})


def _spelled(node: syntax.Expression) -> str:
    match node:
        case syntax.Name():
            return node.id
        case syntax.Attribute():
            return f"{_spelled(node.owner)}.{node.name}"
    return ""


def _product(left: Amount, right: Amount) -> Amount:
    if left.wait is Wait.FIXED and right.wait is Wait.FIXED:
        return Amount(Wait.FIXED, left.number * right.number, left.united or right.united)
    return _any_of([left, right], otherwise=_UNKNOWN)


def _longest(amounts: list[Amount]) -> Amount:
    """Give the longest of several waits of which each may hold."""
    return _any_of(amounts, otherwise=max(amounts, key=lambda each: each.number, default=_UNKNOWN))


def _any_of(amounts: list[Amount], *, otherwise: Amount) -> Amount:
    """Give the first that says more than a fixed number."""
    for wait in (Wait.ASKED, Wait.GROWING, Wait.UNKNOWN):
        if any(each.wait is wait for each in amounts):
            return Amount(wait)
    return otherwise if amounts else _UNKNOWN
