"""Evaluates expressions for what they tell of an answer: conditions, comparisons, attributes, choices."""

from __future__ import annotations

import abc
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow import domain
from sealguard.flow.held import (
    ANSWER,
    ERROR,
    FREE,
    NO_ANSWER,
    NOTHING,
    TOLD,
    Course,
    End,
    Failed,
    Held,
    Kind,
    Path,
    TiredError,
    as_number,
    between,
    class_holds,
    class_name,
    compare,
    is_label,
    listed,
    mixed,
    named,
    number_of,
    numbers,
    truth_in,
    truth_of,
)
from sealguard.flow.scopes import Site, last_name
from sealguard.flow.written import written
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sealguard.facts import Request
    from sealguard.flow.answers import Sender
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.failures import Failures
    from sealguard.flow.scopes import Bind, Scope

_MOST: Final = 24
"""How many ways through one block are followed."""
_STEPS: Final = 40_000
"""How many expressions and statements are walked for one program; hostile code multiplies branches."""
_LISTS: Final = frozenset(
    {
        *("set", "frozenset", "tuple", "list", "Set", "Set.of", "List.of", "Arrays.asList", "listOf", "setOf", "hashSetOf", "arrayOf"),
        *("intArrayOf", "HashSet", "List", "of", "asList", "freeze", "to_set"),
    }
)
_ITSELF: Final = frozenset(
    {"to_i", "to_s", "value", "Value", "toInt", "intValue", "as_u16", "toString", "ToString", "code", "freeze", "orEmpty"}
)
_SCOPES: Final = re.compile(r"[\\\\.:]+")
"""What stands between a class's name and those of what it is in."""
_DEEPEST: Final = 6
"""How deep a constant is read: a list of names for lists."""
_TOKEN: Final = re.compile(r"(?i)token|jwt|bearer|session|credential|auth")
"""What is called so is asked for anew once it is dropped."""
_LEAST: Final = 100
_MOST_STATUSES: Final = 600
_NOWHERE: Final = Span(0, 0)


class Answered(abc.ABC):
    """What is known of expressions."""

    def __init__(self, evaluator: Evaluator, sender: Sender, sent: Iterable[tuple[syntax.Call, Site, Request]]) -> None:
        """Prepare to walk; `sent` are the calls that send requests."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.sender = sender
        self.failures: Failures = evaluator.library.failures
        self._sent: dict[int, tuple[syntax.Call, Site, tuple[Request, ...]]] = {}
        for call, site, request in sent:
            known = self._sent.get(id(call), (call, site, ()))
            self._sent[id(call)] = (call, site, (*known[2], request))
        self._sites = {id(statement): site for statement, site in (*self.index.statements, *self.index.around)}
        self._status = NO_ANSWER
        self._entered: list[Scope] = []
        self._root: Scope | None = None
        self._anew = False
        """Whether a request that is sent is what the code before it comes back to."""
        self._steps = 0

    @staticmethod
    def _then(courses: list[Course], follow: Callable[[Course], list[Course]]) -> list[Course]:
        """Go on behind those of the courses that go on."""
        return [after for each in courses for after in (follow(each) if each.end is End.NEXT else [each])][: 2 * _MOST]

    def _assign(self, target: syntax.Expression, made: Course, site: Site) -> list[Course]:
        names = dict(made.path.names)
        match target, made.value:
            case syntax.Seq(items=items), Held(kind=Kind.PAIR, value=(Held() as first, Held() as second)):
                for item, held in zip(items, (first, second), strict=False):
                    self._bind(item, held, site, names)
            case syntax.Seq(items=items), held:
                for item in items:
                    self._bind(item, TOLD if held.told else FREE, site, names)
                if self.failures.returned and held.told and self._status < ERROR and self._status != NO_ANSWER:
                    self._bind(items[-1], NOTHING, site, names)  # of a right answer, what is read of it is right
            case syntax.Map(entries=entries), held:
                for entry in entries:
                    inner = entry.value.target if isinstance(entry.value, syntax.Assigned) else entry.value
                    key = entry.key.text if isinstance(entry.key, syntax.Str) else ""
                    self._bind(inner, self._read(held, key), site, names)
            case _, held:
                self._bind(target, held, site, names)
        dropped = made.value.kind is Kind.NOTHING and _TOKEN.search(last_name(target)) is not None
        return [Course(End.NEXT, replace(made.path, names=names, renewed=made.path.renewed or dropped), made.value)]

    def _bind(self, target: syntax.Expression, held: Held, site: Site, names: dict[tuple[int, str], Held]) -> None:
        key = self._key(target, site.scope)
        if key is not None:
            names[key] = held

    def _key(self, node: syntax.Expression, scope: Scope) -> tuple[int, str] | None:
        found = self.index.path(node, scope)
        return (id(found[0]), found[1]) if found is not None else None

    # Conditions --------------------------------------------------------------------------------------------------------

    def _test(self, node: syntax.Expression, site: Site, path: Path) -> tuple[list[tuple[bool | None, Span | None, Path]], list[Course]]:
        """Give what a condition says, what decided it, and the ways that do not come to an answer."""
        found: list[tuple[bool | None, Span | None, Path]] = []
        left: list[Course] = []
        for made in self._eval(node, site, path):
            if made.end is not End.NEXT:
                left.append(made)
                continue
            held = made.value
            if held.kind is Kind.NUMBER and path.subject.told and path.subject.kind is Kind.NUMBER:
                held = compare("==", path.subject, held, node.span)  # a branch's label
            elif held.kind in {Kind.FREE, Kind.LIST} and path.subject.kind in {Kind.ANSWER, Kind.NUMBER} and is_label(node):
                held = compare("==", as_number(path.subject, self._status), numbers(node), node.span)
            truth = truth_in(held)
            sure = made.path.sure and not (truth is None and held.told)
            where = held.where or node.span if held.told else held.where if held.kind is Kind.FREE else None
            found.append((truth, where, replace(made.path, sure=sure)))
        return found, left

    def _matches(self, held: Held, test: syntax.Expression, site: Site, path: Path) -> tuple[bool | None, Span | None]:
        """Tell whether what branches are chosen by is a branch's label; `switch (true)` chooses by the first that holds."""
        if held.kind is Kind.TRUTH and held.value is True:
            tests, _ = self._test(test, site, path)
            return (tests[0][0], tests[0][1]) if tests else (None, None)
        compared = compare("==", as_number(held, self._status), numbers(test), test.span)
        return truth_in(compared), compared.where

    def _is_a(self, name: str, failed: Failed) -> bool | None:
        """Tell whether a failure is of a class."""
        name = _SCOPES.split(name)[-1]
        sort = self.failures.errors.get(name)
        if sort == "all" or (failed.name and name == failed.name):
            return True
        own = self.index.by_class(name)
        if failed.sort == "own":
            made = self.index.by_class(failed.name)
            if made is not None and own is not None:
                return own is made or own in self.index.bases(made)
            return None if sort is None and not failed.name else False if sort is not None and sort != "http" else None
        if own is not None:
            return False
        if sort is None and (number := named(syntax.Name(_NOWHERE, re.sub(r"(?:Error|Exception)$", "", name)))) is not None:
            return failed.sort == "status" and number == self._status
        if sort in {"http", failed.sort}:
            return True
        if sort is not None and sort.isdigit():
            return failed.sort == "status" and str(self._status).startswith(sort)
        return None if sort is None else False

    # Expressions -------------------------------------------------------------------------------------------------------

    def _eval(self, node: syntax.Expression, site: Site, path: Path) -> list[Course]:
        self._steps += 1
        if self._steps > _STEPS:
            raise TiredError
        match node:
            case syntax.Const(value=value):
                kind = Kind.NOTHING if value is None else Kind.TRUTH if isinstance(value, bool) else Kind.NUMBER
                return [Course(End.NEXT, path, Held(kind, value, where=node.span if kind is Kind.NUMBER else None))]
            case syntax.Str(text=text):
                return [Course(End.NEXT, path, Held(Kind.TEXT, text, where=node.span))]
            case syntax.Name():
                return [Course(End.NEXT, path, self._name(node, site, path))]
            case syntax.Attribute():
                return self._attribute(node, site, path)
            case syntax.Call():
                return self._call(node, site, path)
            case syntax.Operation():
                return self._operation(node, site, path)
            case syntax.Choice():
                return self._choice(node, site, path)
            case syntax.Assigned():
                return self._then(self._eval(node.value, site, path), lambda made: self._assign(node.target, made, site))
            case syntax.Seq(items=items):
                return self._several(items, site, path, listed)
            case syntax.Lambda():
                return [Course(End.NEXT, path)]
        return self._several(tuple(syntax.children(node)), site, path, mixed)

    def _several(self, nodes: Sequence[syntax.Expression], site: Site, path: Path, make: Callable[[list[Held]], Held]) -> list[Course]:
        """Evaluate expressions one after the other, and make one value of theirs."""
        live: list[tuple[list[Held], Path]] = [([], path)]
        left: list[Course] = []
        for node in nodes:
            following: list[tuple[list[Held], Path]] = []
            for held, before in live:
                for made in self._eval(node, site, before):
                    if made.end is End.NEXT:
                        following.append(([*held, made.value], made.path))
                    else:
                        left.append(made)
            live = following[:_MOST]
        return [*left, *(Course(End.NEXT, after, make(held)) for held, after in live)]

    def _name(self, node: syntax.Name, site: Site, path: Path) -> Held:
        key = self._key(node, site.scope)
        if key is not None and key in path.names:
            return path.names[key]
        home = site.scope.lookup(node.id, called=node.called)
        binds = home.binds[node.id] if home is not None else []
        if home is not None and len(binds) == 1 and isinstance(value := binds[0].value, syntax.Seq | syntax.Const | syntax.Call):
            return self._constant(value, binds[0].site)
        if self.failures.returned and len(binds) == 1 and (failure := self._failure(binds[0], node.id)) is not None:
            return failure
        number = named(node) if home is None or not binds or isinstance(binds[0].value, syntax.Import) else None
        return Held(Kind.NUMBER, number, where=node.span) if number is not None else FREE

    def _listed(self, held: Held, node: syntax.Expression, site: Site) -> Held:
        """Give the statuses in a list that stands elsewhere, where walking did not come to it: in settings, say."""
        if held.kind is not Kind.FREE:
            return held
        lists = [thing for thing in self.evaluator.things(node, site) if isinstance(thing, domain.Sequence)]
        return self._constant(written(lists[0]), site) if len(lists) == 1 else held

    def _failure(self, bind: Bind, name: str) -> Held | None:
        """Give the failure that a constant is: `var ErrRefused = errors.New("refused")`."""
        made = bind.value.function if isinstance(bind.value, syntax.Call) else None
        if made is None or self.evaluator.qualified(made, bind.site) not in self.failures.failing:
            return None
        return Held(Kind.FAILURE, Failed("own", name), told=True)

    def _constant(self, node: syntax.Expression, site: Site, depth: int = 0) -> Held:
        """Give a number, or a list of numbers, that a name is bound to; `depth` says how far below that it stands."""
        if depth > _DEEPEST:
            return FREE

        def inner(each: syntax.Expression) -> Held:
            return self._constant(each, site, depth + 1)

        match node:
            case syntax.Const(value=value) if isinstance(value, bool) or not isinstance(value, int) or not _LEAST <= value < _MOST_STATUSES:
                return numbers(node) if depth else FREE  # a counter, say, which nobody sees grow
            case syntax.Name() if depth and (home := site.scope.lookup(node.id)) is not None and len(binds := home.binds[node.id]) == 1:
                bound, where = binds[0].value, binds[0].site
                known = isinstance(bound, syntax.Seq | syntax.Const | syntax.Call)
                return self._constant(bound, where, depth + 1) if known and isinstance(bound, syntax.Expression) else numbers(node)
            case syntax.Seq(items=items):
                return listed([inner(each) for each in items])
            case syntax.Call(arguments=(first, end)) if last_name(node) == "range":
                return between(number_of(numbers(first.value)), number_of(numbers(end.value)), last=False)
            case syntax.Call(function=function, arguments=arguments) if last_name(node) in _LISTS:
                owner = (function.owner,) if isinstance(function, syntax.Attribute) and not arguments else ()
                return listed([inner(each) for each in (*(argument.value for argument in arguments), *owner)])
            case syntax.Call():
                return FREE
        return numbers(node)

    def _attribute(self, node: syntax.Attribute, site: Site, path: Path) -> list[Course]:
        key = self._key(node, site.scope)
        if key is not None and key in path.names:
            return [Course(End.NEXT, path, path.names[key])]
        if self.failures.returned and (bind := self.index.sole(node, site.scope)) is not None:
            failure = self._failure(bind, node.name)
            if failure is not None:
                return [Course(End.NEXT, path, failure)]
        courses: list[Course] = []
        for made in self._eval(node.owner, site, path):
            held = self._read(made.value, node.name)
            if held is FREE and (number := named(node)) is not None:
                held = Held(Kind.NUMBER, number, where=node.span)
            if held is FREE and not made.value.told and isinstance(node.owner, syntax.Name):
                held = self._of_class(node, site)
            courses.append(replace(made, value=held) if made.end is End.NEXT else made)
        return courses

    def _of_class(self, node: syntax.Attribute, site: Site) -> Held:
        """Give a constant of a class or an object of this file: `self.RETRYABLE`."""
        bind = self.index.sole(node, site.scope)
        if bind is None or not isinstance(bind.value, syntax.Seq | syntax.Call):
            return FREE
        return self._constant(bind.value, bind.site)

    def _read(self, held: Held, name: str) -> Held:
        """Give what an attribute or a method of a value tells."""
        told = self.failures.readings.get(name)
        if held.kind is Kind.NUMBER:
            if told in {"ok", "failed"} or (told or "").isdigit():
                return self._reading(told or "") if held.told else FREE
            return held if name in _ITSELF or told == "status" else TOLD if held.told else FREE
        if held.kind is Kind.LIST:
            return held if name in _ITSELF else FREE
        if held.kind not in {Kind.ANSWER, Kind.FAILURE}:
            return TOLD if held.told else FREE
        if name in self.failures.judging:
            judged = self.failures.judging[name].split()
            unanswered = "network" in judged and held.kind is Kind.FAILURE
            says = unanswered if self._status == NO_ANSWER else any(str(self._status).startswith(each) for each in judged)
            return Held(Kind.TRUTH, says, told=True)
        if name in self.failures.besides:
            return FREE
        network = held.kind is Kind.FAILURE and isinstance(held.value, Failed) and held.value.sort == "network"
        if told == "answer":
            return NOTHING if network else ANSWER
        if told == "answered":
            return Held(Kind.TRUTH, not network, told=True)
        if network:
            return NOTHING if told is not None else TOLD
        return TOLD if told is None else self._reading(told)

    def _reading(self, told: str) -> Held:
        match told:
            case "status":
                return Held(Kind.NUMBER, self._status, told=True)
            case "ok":
                return Held(Kind.TRUTH, self._status < ERROR, told=True)
            case "failed":
                return Held(Kind.TRUTH, self._status >= ERROR, told=True)
        return Held(Kind.TRUTH, str(self._status).startswith(told), told=True) if told.isdigit() else TOLD

    def _operation(self, node: syntax.Operation, site: Site, path: Path) -> list[Course]:
        operator, operands = node.operator, node.operands
        if operator in {"and", "or"}:
            return self._joined(operands, site, path, stop=operator == "or")
        if operator == "not" and len(operands) == 1:
            tests, left = self._test(operands[0], site, path)
            return [*left, *(Course(End.NEXT, after, truth_of(None if t is None else not t, where)) for t, where, after in tests)]
        if operator in {"instanceof", "is", "!is"} and len(operands) == 2:  # noqa: PLR2004 - a value and its class
            return self._then(
                self._eval(operands[0], site, path), lambda made: self._is(made, operands[1], site, node.span, negated=operator == "!is")
            )
        if operator in {"in", "!in", "not in"} and isinstance(operands[-1], syntax.Opaque):  # `status in 200..299`
            listed, operator = numbers(operands[-1]), "in" if operator == "in" else "not in"
            return self._then(
                self._eval(operands[0], site, path),
                lambda made: [replace(made, value=compare(operator, made.value, listed, node.span))],
            )
        if len(operands) == 2:  # noqa: PLR2004 - what is compared

            def compared(held: list[Held]) -> Held:
                first, second = held
                if self.failures.returned and NO_ANSWER < self._status < ERROR and {first.kind, second.kind} == {Kind.TOLD, Kind.NOTHING}:
                    first = second = replace(NOTHING, told=True)  # of a right answer, what is read of it is right
                return compare(operator, first, second, node.span)

            return self._several(operands, site, path, compared)
        return self._several(operands, site, path, mixed)

    def _is(self, made: Course, other: syntax.Expression, site: Site, span: Span, *, negated: bool) -> list[Course]:
        """Tell whether a value is of a class, or is another value."""
        name = class_name(other)
        if made.value.kind in {Kind.FAILURE, Kind.ANSWER} and name:
            held = self._instance(made.value, name, span)
            held = replace(held, value=not held.value) if negated and held.kind is Kind.TRUTH else held
            return [replace(made, value=held)]
        if isinstance(other, syntax.Opaque):
            return [replace(made, value=compare("is", made.value, numbers(other), span))]
        return self._then(
            self._eval(other, site, made.path),
            lambda each: [replace(each, value=compare("!=" if negated else "==", made.value, each.value, span))],
        )

    def _instance(self, held: Held, name: str, span: Span) -> Held:
        """Tell whether what was caught, or an answer, is of a class."""
        if held.kind is Kind.ANSWER:
            number = named(syntax.Name(span, name))
            return TOLD if number is None else Held(Kind.TRUTH, class_holds(name, number, self._status), told=True, where=span)
        says = self._is_a(name, held.value) if isinstance(held.value, Failed) else None
        return TOLD if says is None else Held(Kind.TRUTH, says, told=True, where=span)

    def _joined(self, operands: Sequence[syntax.Expression], site: Site, path: Path, *, stop: bool) -> list[Course]:
        """Evaluate `and` or `or`: from left to right, until one says `stop`."""
        first, *rest = operands
        tests, courses = self._test(first, site, path)
        for truth, where, after in tests:
            if truth is stop or not rest:
                courses.append(Course(End.NEXT, after, truth_of(truth, where)))
                continue
            for made in self._joined(rest, site, after, stop=stop):
                held = made.value
                if made.end is End.NEXT and truth is None:
                    # What is behind it decides alone only if it stops; else it is left to what is not known: `attempts < 3 && ...`.
                    known = held.kind is Kind.TRUTH and bool(held.value) is stop
                    open_end = Held(Kind.FREE, where=(held.where if held.kind in {Kind.TRUTH, Kind.FREE} else None) or where)
                    told = (where is not None and not after.sure) or held.kind is Kind.TOLD
                    held = held if known else TOLD if told else open_end
                elif made.end is End.NEXT and held.kind is Kind.FREE and where is not None:
                    held = replace(held, where=held.where or where)  # `!response.ok && attempts < 3`
                elif made.end is End.NEXT and held.kind is Kind.TRUTH and held.where is None:
                    held = replace(held, where=where, told=held.told or where is not None)
                courses.append(replace(made, value=held))
        return courses[: 2 * _MOST]

    def _choice(self, node: syntax.Choice, site: Site, path: Path) -> list[Course]:
        if node.test is None:
            if all(self._is_value(option) for option in node.options[-1:]):
                return self._first(node.options, site, path)
            return self._joined(node.options, site, path, stop=True)
        tests, courses = self._test(node.test, site, path)
        for truth, where, after in tests:
            decides = len(node.options) == 2  # noqa: PLR2004 - `a if test else b`; of more, one is taken
            arms = zip((True, False) if decides else [None] * len(node.options), node.options, strict=True)
            for taken, option in arms:
                if truth is None or taken is None or truth is taken:
                    made = self._eval(option, site, after)
                    courses += [
                        replace(each, value=replace(each.value, told=True, where=each.value.where or where))
                        if where is not None and each.end is End.NEXT and each.value.kind is Kind.TRUTH
                        else each
                        for each in made
                    ]
        return courses[: 2 * _MOST]

    @staticmethod
    def _is_value(node: syntax.Expression) -> bool:
        return isinstance(node, syntax.Const | syntax.Str | syntax.Map) and not (isinstance(node, syntax.Const) and node.value is None)

    def _first(self, options: Sequence[syntax.Expression], site: Site, path: Path) -> list[Course]:
        """Give the first of several values that is something: `error.response?.status ?? 0`."""
        first, *rest = options
        courses: list[Course] = []
        for made in self._eval(first, site, path):
            nothing = made.end is End.NEXT and made.value.kind is Kind.NOTHING
            courses += self._first(rest, site, made.path) if nothing and rest else [made]
        return courses

    @abc.abstractmethod
    def _call(self, node: syntax.Call, site: Site, path: Path) -> list[Course]:
        """Give what a call gives."""
