"""Follows calls with an answer's status in hand: what sends, raises, waits, ends the program, or is a function of the file."""

from __future__ import annotations

import abc
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.answered import Answered
from sealguard.flow.domain import Local
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
    between,
    class_name,
    compare,
    number_of,
    truth_of,
)
from sealguard.flow.scopes import last_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.flow.scopes import Scope, Site

_MOST: Final = 24
"""How many ways through one block are followed."""
_DEEPEST: Final = 4
"""How many functions of the file are entered, one from the other."""
_RENEWING: Final = re.compile(
    r"(?i)refresh|re_?auth|re_?login|log_?in|sign_?in|authenticate|renew|rotate|reissue|invalidate|(?:get|fetch|new|acquire|obtain|issue|request)_?\w*token"
)
_MADE: Final = re.compile(r"^[A-Z]\w*(?:Error|Exception)$")
"""What classes of failures are called."""
_WAITING: Final = re.compile(
    r"(?i)(?:^|_|[a-z])(?:sleep|delay|wait|pause|back_?off)(?:$|_|[A-Z]|for|Ms|Async|ms)|^(?:sleep|delay|wait|pause|backoff)"
)
_MEMBERSHIP: Final = frozenset({"includes", "has", "contains", "Contains", "include?", "member?", "contain"})
_MEMBERSHIP_OF: Final = frozenset({"in_array", "slices.Contains", "Contains"})
_LISTS: Final = frozenset(
    {
        *("set", "frozenset", "tuple", "list", "Set", "Set.of", "List.of", "Arrays.asList", "listOf", "setOf", "hashSetOf", "arrayOf"),
        *("intArrayOf", "HashSet", "List", "of", "asList", "freeze", "to_set"),
    }
)
_CONVERSIONS: Final = frozenset(
    {
        *("int", "str", "parseInt", "Number", "String", "intval", "strval", "Integer", "Math.floor", "Convert.ToInt32"),
        *("FromResult", "ValueTask"),  # what is there at once
    }
)
_CALLED: Final = 4
"""How many functions are followed that one call may mean."""
_LEAVING: Final = frozenset({End.GIVEN, End.LAST, End.NEXT, End.OUT, End.AGAIN})
"""How a function comes back to those who called it."""
_CALLING: Final = frozenset(
    {"Promise", "use", "let", "also", "run", "apply", "with", "tap", "wait_for", "Run", "withContext", "runBlocking", "start"}
)
"""What calls the function at once that it is given."""
_GIVING: Final = frozenset({"Promise", "start", "run", "with", "let", "use", "withContext", "runBlocking", "coroutineScope"})
"""What gives what that gives."""


class AnsweredCalls(Answered):
    """What is known of calls."""

    def _call(self, node: syntax.Call, site: Site, path: Path) -> list[Course]:
        if id(node) in self._sent:
            return self._send(node, path)
        name = last_name(node.function)
        qualified = self.evaluator.qualified(node.function, site) or name
        if self._exits(qualified, name):
            return [Course(End.GONE, path)]
        if self.reruns(node, site):
            return [Course(End.ANEW, replace(path, again=node, waits=(*path.waits, (node, site))))]
        if name in self.failures.raisers and isinstance(node.function, syntax.Name):
            return self._raised(node, name, path)
        if (waited := self._waits(node, qualified, name, site, path)) is not None:
            return waited
        if _RENEWING.search(name) and self._status in {401, 403}:
            return [Course(End.NEXT, replace(path, renewed=True))]
        if isinstance(node.function, syntax.Attribute):
            made = [self._failing(node, each, site) for each in self._eval(node.function.owner, site, path)]
            return [
                after for each, ended in made for after in (each if ended else self._then(each, lambda one: self._method(node, one, site)))
            ]
        return self._plain(node, name, site, path)

    def reruns(self, node: syntax.Call, site: Site) -> bool:
        """Tell whether a task asks here to be run again."""
        function = node.function
        if last_name(function) not in self.failures.rerunning or not isinstance(function, syntax.Attribute):
            return False
        task, owner = site.scope.function, function.owner
        if task is None or not isinstance(owner, syntax.Name) or not isinstance(task.node, syntax.Function) or not task.node.decorators:
            return False
        return owner.id in {task.name, *(each.name for each in task.node.parameters[:1])}

    def _raised(self, node: syntax.Call, name: str, path: Path) -> list[Course]:
        """Raise what a call names, or what was caught where it names nothing: `raise Refused, "message"`."""
        if not node.arguments and (caught := path.names.get((0, "caught"))) is not None:
            return [Course(End.FAILED, path, caught)]
        first = class_name(node.arguments[0].value) if node.arguments else ""
        kind = first if first[:1].isupper() else self.failures.raisers[name]
        return [Course(End.FAILED, path, Held(Kind.FAILURE, Failed("own", kind), told=True))]

    def _exits(self, qualified: str, name: str) -> bool:
        return qualified in self.failures.exits or (name in self.failures.exits and "." not in qualified)

    def _send(self, node: syntax.Call, path: Path) -> list[Course]:
        """Give what a call gives that sends a request."""
        call, site, requests = self._sent[id(node)]
        path = replace(path, sent=(*path.sent, *requests))
        if self._anew:
            return [Course(End.ANEW, replace(path, again=call))]
        pair = self.failures.returned
        failure = Held(Kind.FAILURE, Failed("network" if self._status == NO_ANSWER else "status"), told=True)
        failed = Course(End.FAILED, path, failure)
        if pair:
            failed = Course(End.NEXT, path, Held(Kind.PAIR, (NOTHING, failure), told=True))
        if last_name(call.function) in self.evaluator.library.handles:
            return [Course(End.NEXT, path, ANSWER)]  # the handle itself, which is asked for the status later
        if self._status == NO_ANSWER:
            return [failed]
        answered = Course(End.NEXT, path, Held(Kind.PAIR, (ANSWER, NOTHING), told=True) if pair else ANSWER)
        raises = self.sender.raises(call, site) if self._status >= ERROR else False
        if raises is None:
            path = replace(path, sure=False)
            return [replace(failed, path=path), replace(answered, path=path)]
        return [failed if raises else answered]

    def _waits(self, node: syntax.Call, qualified: str, name: str, site: Site, path: Path) -> list[Course] | None:
        """Note a wait, and follow what is called behind it."""
        known = qualified in self.failures.waits
        if not known and (id(node) in self._valued or not _WAITING.search(name)):
            return None
        waited = replace(path, waits=(*path.waits, (node, site)))
        for argument in node.arguments[:1]:
            for thing in self.evaluator.things(argument.value, site) if isinstance(argument.value, syntax.Lambda | syntax.Name) else ():
                if isinstance(thing, Local) and known:
                    made = self._enter(thing.scope, node, [], waited)
                    return [replace(each, end=End.NEXT) if each.end in _LEAVING else each for each in made]
        return [Course(End.NEXT, waited)]

    @cached_property
    def _valued(self) -> set[int]:
        """The calls whose value is used: what is called `backoff` and gives a number only works out how long to wait."""
        found: set[int] = set()
        for statement, _ in self.index.statements:
            if isinstance(statement, syntax.Assign):
                found.add(id(statement.value))
            pending = list(syntax.expressions(statement))
            while pending:
                each = pending.pop()
                inner = list(syntax.children(each))
                pending += inner
                if isinstance(each, syntax.Call):
                    found.update(id(argument.value) for argument in each.arguments)
                elif isinstance(each, syntax.Operation | syntax.Join | syntax.Choice):
                    found.update(map(id, inner))
        return found

    def _failing(self, node: syntax.Call, made: Course, site: Site) -> tuple[list[Course], bool]:
        """Hand a failure to the function that a method is given for it: `request.catch(handle)`, `request.then(use, handle)`."""
        name = last_name(node.function)
        position = 0 if name in self.failures.catching else 1 if name in self.failures.handing else None
        if made.end is not End.FAILED or position is None or position >= len(node.arguments):
            return [made], False
        function = node.arguments[position].value
        path = replace(made.path, decided=node.function.at or function.span if isinstance(node.function, syntax.Attribute) else None)
        return self._hand(function, made.value, site, replace(path, broad=True)), True

    def _method(self, node: syntax.Call, made: Course, site: Site) -> list[Course]:
        """Give what a method of a value gives."""
        function = node.function
        if not isinstance(function, syntax.Attribute):
            return [made]
        held, name, path = made.value, function.name, made.path
        told = self.failures.readings.get(name)
        if held.kind in {Kind.ANSWER, Kind.FAILURE} and told == "raises":
            if self._status >= ERROR:
                return [Course(End.FAILED, path, Held(Kind.FAILURE, Failed("status"), told=True))]
            return [made]
        if held.kind in {Kind.ANSWER, Kind.FAILURE} and told == "class" and node.arguments:
            return [replace(made, value=self._instance(held, last_name(node.arguments[0].value), node.span))]
        if held.kind is Kind.ANSWER and name in self.failures.passing | self.failures.catching:
            return [made]
        if name in self.failures.handing and held.told and node.arguments:
            return self._hand(node.arguments[0].value, held, site, path)
        if name in _MEMBERSHIP and node.arguments:
            return self._then(
                self._eval(node.arguments[0].value, site, path),
                lambda each: [replace(each, value=compare("in", each.value, self._listed(held, function.owner, site), node.span))],
            )
        if held.kind in {Kind.ANSWER, Kind.FAILURE, Kind.NUMBER}:
            known = self._read(held, name)
            if known is not TOLD or name in self.failures.readings:
                return [replace(made, value=known if known.where or known.kind is not Kind.TRUTH else replace(known, where=node.span))]
        return self._plain(node, name, site, path, held)

    def _hand(self, function: syntax.Expression, held: Held, site: Site, path: Path) -> list[Course]:
        """Give what a function gives that is handed a value."""
        for thing in self.evaluator.things(function, site):
            if isinstance(thing, Local):
                return self._enter(thing.scope, None, [held], path)
        return [Course(End.NEXT, replace(path, sure=False), TOLD)]

    def _plain(self, node: syntax.Call, name: str, site: Site, path: Path, held: Held = FREE) -> list[Course]:
        """Give what a call of a function of this file gives, or of one of which little is known."""
        courses: list[Course] = []
        values = [argument.value for argument in node.arguments]
        for made in self._several(values, site, path, lambda each: Held(Kind.LIST, tuple(each), told=any(one.told for one in each))):
            if made.end is not End.NEXT:
                courses.append(made)
                continue
            given = list(made.value.value) if isinstance(made.value.value, tuple) else []
            functions = self._functions(node.function, site)
            for scope in functions:
                courses += self._enter(scope, node, given, made.path)
            if not functions:
                courses += self._foreign(node, name, given, made, site, held)
        return courses[: 2 * _MOST]

    def _functions(self, function: syntax.Expression, site: Site) -> list[Scope]:
        """Give the functions that a call may mean, of which the first few are followed."""
        around = site.scope.function
        yields = isinstance(function, syntax.Name) and function.id == "yield"
        if self.evaluator.library.bare and around is not None and (yields or last_name(function) == "call"):
            # A module's method is called by those who include it, as if it were theirs.
            calls = self.index.calls.get(around.name, ())
            blocks = [each.value for call, _ in calls for each in call.arguments if each.name == syntax.BLOCK]
            given = [self.index.lambdas[id(each)] for each in blocks if id(each) in self.index.lambdas]
            if given or yields:
                return given[:_CALLED]
        found = [thing.scope for thing in self.evaluator.things(function, site) if isinstance(thing, Local)]
        return [scope for scope in found if scope.kind == "function"][:_CALLED]

    def _foreign(self, node: syntax.Call, name: str, given: list[Held], made: Course, site: Site, held: Held) -> list[Course]:
        path = made.path
        if name in _CONVERSIONS and given:
            return [replace(made, value=given[0])]
        if name in self.failures.informing and given[:1] == [ANSWER]:
            return [replace(made, value=Held(Kind.NUMBER, self._status, told=True))]
        if name == "range" and len(given) == 2:  # noqa: PLR2004 - from, and up to
            return [replace(made, value=between(number_of(given[0]), number_of(given[1]), last=False))]
        if name in _MEMBERSHIP_OF and len(given) in {2, 3}:  # an item and a list, in either order, and whether types count
            at = 0 if given[0].kind is Kind.LIST or given[1].told else 1
            item, holder = given[1 - at], self._listed(given[at], node.arguments[at].value, site)
            return [replace(made, value=compare("in", item, holder, node.span))]
        if name == "isinstance" and len(given) == 2 and given[0].kind is Kind.FAILURE:  # noqa: PLR2004 - a value and its class
            classes = node.arguments[1].value
            names = [last_name(each) for each in (classes.items if isinstance(classes, syntax.Seq) else (classes,))]
            says = [self._is_a(each, given[0].value) for each in names if isinstance(given[0].value, Failed)]
            truth = True if True in says else None if None in says else False
            return [replace(made, value=truth_of(truth, node.span))]
        if name == "Is" and [each.kind for each in given] == [Kind.FAILURE, Kind.FAILURE]:  # `errors.Is(err, ErrRefused)`
            same = given[0].value == given[1].value
            return [replace(made, value=Held(Kind.TRUTH, same, told=True, where=node.span))]
        if name == "isAxiosError" and given[:1] and given[0].kind is Kind.FAILURE:
            return [replace(made, value=Held(Kind.TRUTH, value=True, told=True))]
        if name in self.failures.readings.keys() | self.failures.judging and given and given[0].kind in {Kind.ANSWER, Kind.FAILURE}:
            return [replace(made, value=self._read(given[0], name))]
        if name in _LISTS:
            return [replace(made, value=self._constant(node, site))]
        told = held.told or any(each.told for each in given)
        for argument in node.arguments:
            inner = self._inside(argument.value)
            if inner is not None:
                # It is called now, or later, or never; what it leaves behind is seen where it is called now.
                walked = [
                    replace(each, end=End.NEXT, value=each.value if name in _GIVING else TOLD) if each.end in _LEAVING else each
                    for each in self._enter(inner, None, [], path if name in _CALLING else replace(path, sure=False))
                ]
                return walked  # noqa: RET504 - the comment above is about it
        qualified = self.evaluator.qualified(node.function, site)
        if name in self.failures.errors or qualified in self.failures.failing or _MADE.search(name):
            return [replace(made, value=Held(Kind.FAILURE, Failed("own", name), told=True))]
        return [replace(made, value=TOLD if told else FREE)]

    def _inside(self, node: syntax.Expression) -> Scope | None:
        """Give a function without a name in which requests are sent, or waited for."""
        if not isinstance(node, syntax.Lambda):
            return None
        scope = self.index.lambdas.get(id(node))
        inside = any(call.span in node.span for call, _, _ in self._sent.values())
        waits = any(call.span in node.span for name in self.failures.waits for call, _ in self.index.calls.get(name.rpartition(".")[2], ()))
        return scope if inside or waits else None

    def _enter(self, scope: Scope, call: syntax.Call | None, given: list[Held], path: Path) -> list[Course]:
        """Walk a function of this file with what it is given."""
        if scope is self._root and call is not None:
            return [Course(End.ANEW, replace(path, again=path.again or call))]
        if scope in self._entered or len(self._entered) > _DEEPEST:
            return [Course(End.NEXT, path, TOLD if any(each.told for each in given) else FREE)]
        names = dict(path.names)
        positional = [held for held, each in zip(given, call.arguments, strict=False) if each.name is None] if call is not None else given
        named = {each.name: held for held, each in zip(given, call.arguments, strict=False) if each.name} if call is not None else {}
        for parameter, held in zip(scope.parameters, positional, strict=False):
            names[id(scope), parameter.name] = held
        for parameter in scope.parameters:
            if parameter.name in named:
                names[id(scope), parameter.name] = named[parameter.name]
        self._entered.append(scope)
        try:
            courses = self._walk(_body(scope), replace(path, names=names))
        finally:
            self._entered.pop()
        return [replace(each, end=End.NEXT, value=self._as_pair(each.value)) if each.end in _LEAVING else each for each in courses]

    def _as_pair(self, held: Held) -> Held:
        """Read what is returned beside a failure: `return nil, err`."""
        if self.failures.returned and held.kind is Kind.LIST and isinstance(held.value, tuple) and len(held.value) > 1:
            return Held(Kind.PAIR, (held.value[0], held.value[-1]), told=held.told)
        return held

    @abc.abstractmethod
    def _walk(self, body: Sequence[syntax.Statement], path: Path) -> list[Course]:
        """Give the ways through statements."""


def _body(scope: Scope) -> tuple[syntax.Statement, ...]:
    return scope.node.body
