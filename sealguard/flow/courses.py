"""Follows the course that code takes when a request is answered with a given status: what is left, repeated and waited for.

Nothing is run: the statements of the program are walked with the status in hand, conditions that it decides are decided, and of all
others both branches are taken.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.domain import Local
from sealguard.flow.scopes import Site, last_name
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sealguard.facts import Request
    from sealguard.flow.answers import Sender
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.failures import Failures
    from sealguard.flow.scopes import Scope

NO_ANSWER: Final = 0
"""Stands for the status of a request that is not answered."""
_MOST: Final = 24
"""How many ways through one block are followed."""
_DEEPEST: Final = 4
"""How many functions of the file are entered, one from the other."""
_STEPS: Final = 40_000
"""How many expressions and statements are walked for one program; hostile code multiplies branches."""
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
    {"int", "str", "parseInt", "Number", "String", "intval", "strval", "Integer", "Math.floor", "Convert.ToInt32"}
)
_ITSELF: Final = frozenset(
    {"to_i", "to_s", "value", "Value", "toInt", "intValue", "as_u16", "toString", "ToString", "code", "freeze", "orEmpty"}
)
_PHRASES: Final = {re.sub(r"[^a-z]", "", status.phrase.lower()): status.value for status in HTTPStatus} | {
    "success": 200,
    "redirection": 302,
    "servererror": 500,
}
_PREFIXED: Final = re.compile(r"^(?:http|status|sc|code)+(?=[a-z])")
_CONSTANT: Final = re.compile(r"[A-Z]|_[a-z]+_|^[a-z_]+$")
_SCOPES: Final = re.compile(r"[\\\\.:]+")
"""What stands between a class's name and those of what it is in."""
_ERROR: Final = 400
_NOWHERE: Final = Span(0, 0)


class Kind(enum.Enum):
    """What is known of a value."""

    FREE = enum.auto()
    """Nothing, and it has nothing to do with the answer."""
    TOLD = enum.auto()
    """Nothing, but it depends on the answer."""
    ANSWER = enum.auto()
    FAILURE = enum.auto()
    """What was raised, or returned, because of the answer."""
    NUMBER = enum.auto()
    TRUTH = enum.auto()
    TEXT = enum.auto()
    LIST = enum.auto()
    PAIR = enum.auto()
    """A value and a failure, side by side."""
    NOTHING = enum.auto()


@dataclass(frozen=True, slots=True)
class Failed:
    """A failure: of which sort, and the class it has where it is the program's own."""

    sort: str
    """`status`, `network` or `own`."""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A value as far as it is known."""

    kind: Kind
    value: object = None
    told: bool = False
    """Whether it depends on the answer."""
    where: Span | None = None
    """What decided it, for a truth; where it is written, for a number in a list."""


FREE: Final = Held(Kind.FREE)
TOLD: Final = Held(Kind.TOLD, told=True)
NOTHING: Final = Held(Kind.NOTHING)
ANSWER: Final = Held(Kind.ANSWER, told=True)


class End(enum.Enum):
    """How a course ends."""

    NEXT = enum.auto()
    AGAIN = enum.auto()
    """`continue`."""
    OUT = enum.auto()
    """`break`."""
    ANEW = enum.auto()
    """The function calls itself, or the guarded block begins again."""
    GIVEN = enum.auto()
    """`return`."""
    LAST = enum.auto()
    """The value of a block's last expression, where that is what it gives."""
    FAILED = enum.auto()
    """Something is raised."""
    GONE = enum.auto()
    """The program ends."""


@dataclass(frozen=True, slots=True)
class Path:
    """What was met on the way."""

    names: Mapping[tuple[int, str], Held]
    subject: Held = FREE
    """What branches are chosen by."""
    decided: Span | None = None
    """The last condition that the status decided."""
    sure: bool = True
    """Whether every condition that depends on the answer could be decided."""
    waits: tuple[tuple[syntax.Call, Site], ...] = ()
    sent: tuple[Request, ...] = ()
    renewed: bool = False
    """Whether a new token was asked for."""
    broad: bool = False
    """Whether a failure was caught together with whatever else fails."""
    again: syntax.Call | None = None
    """The call by which the function calls itself."""


@dataclass(frozen=True, slots=True)
class Course:
    """One way through code."""

    end: End
    path: Path
    value: Held = NOTHING


class TiredError(Exception):
    """So much code was walked that the rest is left."""


class Courses:
    """Walks the statements of one program."""

    def __init__(self, evaluator: Evaluator, sender: Sender, sent: Iterable[tuple[syntax.Call, Site, Request]]) -> None:
        """Prepare to walk; `sent` are the calls that send requests."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.sender = sender
        self.failures: Failures = evaluator.library.failures
        self._sent = {id(call): (call, site, request) for call, site, request in sent}
        self._sites = {id(statement): site for statement, site in self.index.statements}
        self._status = NO_ANSWER
        self._entered: list[Scope] = []
        self._root: Scope | None = None
        self._anew = False
        """Whether a request that is sent is what the code before it comes back to."""
        self._steps = 0

    def of_block(self, body: Sequence[syntax.Statement], status: int, names: Mapping[tuple[int, str], Held] | None = None) -> list[Course]:
        """Give the ways through statements when every request in them is answered with `status`; raise `TiredError`."""
        self._status = status
        self._entered, self._root = [], None
        return self._walk(body, Path(names or {}))

    def of_test(self, head: syntax.Expression, site: Site, path: Path) -> list[tuple[bool | None, Path]]:
        """Give what a loop's head says at the end of a way, `None` for what is not known."""
        return [(truth, replace(after, decided=where or after.decided)) for truth, where, after in self._test(head, site, path)[0]]

    def of_function(self, scope: Scope, status: int, given: Mapping[str, Held] | None = None, *, anew: bool = False) -> list[Course]:
        """Give the ways through a function of the file, whose parameters are `given`.

        `anew`: it is called when a request has failed, so that sending one repeats that.
        """
        self._status = status
        self._entered, self._root = [scope], scope
        names = {(id(scope), name): held for name, held in (given or {}).items()}
        self._anew = anew
        try:
            return self._walk(_body(scope), Path(names))
        finally:
            self._anew = False

    def constant(self, node: syntax.Expression, site: Site) -> Held:
        """Give a number, or a list of numbers, that an expression is known to be."""
        made = self._eval(node, site, Path({}))
        return made[0].value if made else FREE

    def is_a(self, name: str, failed: Failed, status: int) -> bool | None:
        """Tell whether a failure by a status is of a class, by its last name."""
        self._status = status
        return self._is_a(name, failed)

    # Statements --------------------------------------------------------------------------------------------------------

    def _walk(self, body: Sequence[syntax.Statement], path: Path) -> list[Course]:
        live, done = [path], []
        for statement in body:
            following: list[Path] = []
            for each in live:
                for course in self._step(statement, each):
                    if course.end is End.NEXT:
                        following.append(course.path)
                    else:
                        done.append(course)
            live = following[:_MOST]
            if not live:
                break
        return [*done, *(Course(End.NEXT, each) for each in live)][: 2 * _MOST]

    def _step(self, statement: syntax.Statement, path: Path) -> list[Course]:  # noqa: PLR0911 - one arm a form
        self._steps += 1
        if self._steps > _STEPS:
            raise TiredError
        site = self._sites.get(id(statement))
        if site is None:
            return [Course(End.NEXT, path)]
        match statement:
            case syntax.Assign():
                return self._then(self._eval(statement.value, site, path), lambda made: self._assign(statement.target, made, site))
            case syntax.Evaluate():
                return self._then(self._eval(statement.value, site, path), _subject)
            case syntax.Return():
                made = self._eval(statement.value, site, path) if statement.value is not None else [Course(End.NEXT, path)]
                end = End.LAST if statement.value is not None and statement.value.span == statement.span else End.GIVEN
                return [replace(each, end=end) if each.end is End.NEXT else each for each in made]
            case syntax.Raise():
                return self._raise(statement, site, path)
            case syntax.Jump(kind=kind):
                return [Course({"continue": End.AGAIN, "retry": End.ANEW}.get(kind, End.OUT), path)]
            case syntax.Assert():
                return self._if(syntax.If(statement.span, statement.test, (), (syntax.Raise(statement.span, None),)), site, path)
            case syntax.If():
                return self._if(statement, site, path)
            case syntax.Switch():
                return self._switch(statement, site, path)
            case syntax.Loop():
                return self._loop(statement, site, path)
            case syntax.Try():
                return self._try(statement, site, path)
            case syntax.With():
                made = self._eval(statement.head, site, path)
                target = statement.target
                bound = self._then(made, lambda each: self._assign(target, each, site) if target is not None else [each])
                return self._then(bound, lambda each: self._walk(statement.body, each.path))
        return [Course(End.NEXT, path)]

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
                if self.failures.returned and held.told and self._status < _ERROR and self._status != NO_ANSWER:
                    self._bind(items[-1], NOTHING, site, names)  # of a right answer, what is read of it is right
            case syntax.Map(entries=entries), held:
                for entry in entries:
                    inner = entry.value.target if isinstance(entry.value, syntax.Assigned) else entry.value
                    key = entry.key.text if isinstance(entry.key, syntax.Str) else ""
                    self._bind(inner, self._read(held, key), site, names)
            case _, held:
                self._bind(target, held, site, names)
        return [Course(End.NEXT, replace(made.path, names=names), made.value)]

    def _bind(self, target: syntax.Expression, held: Held, site: Site, names: dict[tuple[int, str], Held]) -> None:
        key = self._key(target, site.scope)
        if key is not None:
            names[key] = held

    def _key(self, node: syntax.Expression, scope: Scope) -> tuple[int, str] | None:
        found = self.index.path(node, scope)
        return (id(found[0]), found[1]) if found is not None else None

    def _raise(self, statement: syntax.Raise, site: Site, path: Path) -> list[Course]:
        if statement.value is None:
            held = path.names.get((0, "caught"), Held(Kind.FAILURE, Failed("own"), told=True))
            return [Course(End.FAILED, path, held)]
        made: list[Course] = []
        for each in self._eval(statement.value, site, path):
            held = each.value
            if held.kind is not Kind.FAILURE:
                held = Held(Kind.FAILURE, Failed("own", last_name(statement.value)), told=True)
            made.append(replace(each, end=End.FAILED, value=held) if each.end is End.NEXT else each)
        return made

    def _if(self, statement: syntax.If, site: Site, path: Path) -> list[Course]:
        if isinstance(statement.test, syntax.Opaque) and not statement.test.children and statement.test.span == statement.span:
            return self._walk(statement.body, path)  # what is left of a choice: `default`
        tests, courses = self._test(statement.test, site, path)
        for truth, where, after in tests:
            for taken, body, other in ((True, statement.body, statement.otherwise), (False, statement.otherwise, statement.body)):
                if truth is not None and truth is not taken:
                    continue
                decided = where
                inner = replace(after, decided=decided or after.decided)
                # A condition that lets the status pass is what decides; one that only says what is done on the way is not.
                kept = decided is not None and _leaves(other)
                for course in self._walk(body, inner):
                    if course.end is End.NEXT and decided is not None and not kept and course.path.decided == decided:
                        course = replace(course, path=replace(course.path, decided=after.decided))  # noqa: PLW2901 - the same course
                    courses.append(course)
        return courses[: 2 * _MOST]

    def _switch(self, statement: syntax.Switch, site: Site, path: Path) -> list[Course]:
        courses: list[Course] = []
        for made in self._eval(statement.head, site, path):
            if made.end is not End.NEXT:
                courses.append(made)
                continue
            after = replace(made.path, subject=made.value)
            for first, truth, where in self._chosen(statement, made.value, site, after):
                inner = replace(after, decided=where or after.decided, sure=after.sure and (truth is True or not made.value.told))
                body: list[syntax.Statement] = []
                for branch in statement.branches[first:]:
                    body += branch.body if isinstance(branch, syntax.If) else [branch]
                    if not statement.falls or _leaves(tuple(body)):
                        break
                courses += [replace(each, end=End.NEXT) if each.end is End.OUT else each for each in self._walk(body, inner)]
        return courses[: 2 * _MOST]

    def _chosen(self, statement: syntax.Switch, held: Held, site: Site, path: Path) -> Iterator[tuple[int, bool | None, Span | None]]:
        """Give the branches that can be taken, whether that is sure, and what decided it."""
        default = len(statement.branches)
        if isinstance(statement.head, syntax.Opaque) and not statement.head.children:  # one of them, as it happens
            yield from ((at, None, None) for at in range(default))
            return
        found = False
        for at, branch in enumerate(statement.branches):
            if not isinstance(branch, syntax.If) or isinstance(branch.test, syntax.Opaque):
                default = at
                continue
            truth, where = self._matches(held, branch.test, site, path)
            if truth is not False:
                yield at, truth, where
                found = truth is True
                if found:
                    return
        yield default, None if held.kind in {Kind.FREE, Kind.TOLD} else True, statement.head.span if held.told else None

    def _loop(self, statement: syntax.Loop, site: Site, path: Path) -> list[Course]:
        """Walk a loop that stands in what is walked: its body once, or not at all."""
        made = self._eval(statement.head, site, path) if statement.head is not None else [Course(End.NEXT, path)]
        courses = self._then(made, lambda each: self._walk(statement.body, each.path))
        return [replace(each, end=End.NEXT) if each.end in {End.OUT, End.AGAIN} else each for each in courses]

    def _try(self, statement: syntax.Try, site: Site, path: Path) -> list[Course]:
        courses: list[Course] = []
        for course in self._walk(statement.body, path):
            if course.end is End.FAILED and statement.handlers:
                courses += self._caught(statement, course, site)
            else:
                courses.append(course)
        if not statement.final:
            return courses[: 2 * _MOST]
        ended: list[Course] = []
        for course in courses:
            ended += [
                replace(course, path=after.path) if after.end is End.NEXT else after for after in self._walk(statement.final, course.path)
            ]
        return ended[: 2 * _MOST]

    def _caught(self, statement: syntax.Try, course: Course, site: Site) -> list[Course]:
        """Go on in the first handler that catches a failure; where that is not known, in each that may, and behind them."""
        courses: list[Course] = []
        for handler in statement.handlers:
            catches = self._catches(handler, course.value, site)
            if catches is False:
                continue
            names = dict(course.path.names) | {(0, "caught"): course.value}
            if handler.name:
                names[id(site.scope.lookup(handler.name) or site.scope), handler.name] = course.value
            sorts = {self.failures.errors.get(_SCOPES.split(class_name(kind))[-1], "") for kind in self._types(handler, site)}
            broad = not sorts or not sorts.isdisjoint({"all", "http"})
            path = replace(
                course.path,
                names=names,
                decided=_head(handler),
                sure=course.path.sure and catches is True,
                broad=course.path.broad or broad,
            )
            courses += self._walk(handler.body, path)
            if catches is True:
                return courses
        return [*courses, course if not courses else replace(course, path=replace(course.path, sure=False))]

    def _types(self, handler: syntax.Handler, site: Site) -> list[syntax.Expression]:
        """Give the classes that a handler names, those of a list that is a constant one by one."""
        found: list[syntax.Expression] = []
        for kind in handler.types:
            home = site.scope.lookup(kind.id) if isinstance(kind, syntax.Name) else None
            bound = home.binds[kind.id][-1].value if home is not None and isinstance(kind, syntax.Name) else None
            found += bound.items if isinstance(bound, syntax.Seq) else (kind,)
        return found

    def _catches(self, handler: syntax.Handler, held: Held, site: Site) -> bool | None:
        types = self._types(handler, site)
        if not types:
            return True
        failed = held.value if isinstance(held.value, Failed) else Failed("own")
        verdicts = [self._is_a(class_name(kind), failed) for kind in types]
        return True if True in verdicts else None if None in verdicts else False

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
        if sort is None and (number := self._named(syntax.Name(_NOWHERE, re.sub(r"(?:Error|Exception)$", "", name)))) is not None:
            return failed.sort == "status" and number == self._status
        if sort in {"http", failed.sort}:
            return True
        if sort is not None and sort.isdigit():
            return failed.sort == "status" and str(self._status).startswith(sort)
        return None if sort is None else False

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
                held = self._compare("==", path.subject, held, node.span)  # a branch's label
            elif held.kind in {Kind.FREE, Kind.LIST} and path.subject.kind in {Kind.ANSWER, Kind.NUMBER} and self._is_label(node):
                held = self._compare("==", _as_number(path.subject, self._status), self._numbers(node), node.span)
            truth = self._truth(held)
            sure = made.path.sure and not (truth is None and held.told)
            where = held.where or node.span if held.told else held.where if held.kind is Kind.FREE else None
            found.append((truth, where, replace(made.path, sure=sure)))
        return found, left

    @staticmethod
    def _truth(held: Held) -> bool | None:
        match held.kind:
            case Kind.TRUTH:
                return bool(held.value)
            case Kind.NUMBER | Kind.TEXT:
                return bool(held.value)
            case Kind.NOTHING:
                return False
            case Kind.ANSWER | Kind.FAILURE | Kind.LIST:
                return True
        return None

    def _compare(self, operator: str, left: Held, right: Held, span: Span) -> Held:
        """Compare two values."""
        told = left.told or right.told
        unknown = TOLD if told else FREE
        operator = {"is": "==", "is not": "!=", "equals": "=="}.get(operator, operator)
        if operator in {"in", "not in"}:
            number = _number_of(left)
            if number is None or not isinstance(right.value, tuple):
                return unknown
            found = next((each for each in right.value if _number_of(each) == number), None)
            if found is None and any(each.kind in {Kind.FREE, Kind.TOLD} for each in right.value):
                return unknown
            inside = found is not None
            return Held(Kind.TRUTH, inside is (operator == "in"), told, found.where if found is not None and found.where else span)
        if right.kind is Kind.LIST and operator == "==":
            return self._compare("in", left, right, span)
        kinds = {left.kind, right.kind}
        if Kind.NOTHING in kinds and not kinds & {Kind.FREE, Kind.TOLD}:
            return Held(Kind.TRUTH, (left.kind is right.kind) is (operator == "=="), told, span)
        first, second = _number_of(left), _number_of(right)
        if first is None or second is None:
            return unknown
        says = {
            "==": first == second,
            "!=": first != second,
            "<": first < second,
            "<=": first <= second,
            ">": first > second,
            ">=": first >= second,
        }.get(operator)
        return unknown if says is None else Held(Kind.TRUTH, says, told, span)

    def _matches(self, held: Held, test: syntax.Expression, site: Site, path: Path) -> tuple[bool | None, Span | None]:
        """Tell whether what branches are chosen by is a branch's label; `switch (true)` chooses by the first that holds."""
        if held.kind is Kind.TRUTH and held.value is True:
            tests, _ = self._test(test, site, path)
            return (tests[0][0], tests[0][1]) if tests else (None, None)
        compared = self._compare("==", _as_number(held, self._status), self._numbers(test), test.span)
        return self._truth(compared), compared.where

    def _numbers(self, node: syntax.Expression) -> Held:
        """Give the numbers that a label spells."""
        if isinstance(node, syntax.Seq | syntax.Opaque):
            held = [self._numbers(each) for each in (node.items if isinstance(node, syntax.Seq) else node.children)]
            flat = [one for each in held for one in (each.value if isinstance(each.value, tuple) else (each,))]
            return flat[0] if len(flat) == 1 else Held(Kind.LIST, tuple(flat)) if flat else FREE
        if isinstance(node, syntax.Const) and isinstance(node.value, int):
            return Held(Kind.NUMBER, node.value, where=node.span)
        if isinstance(node, syntax.Str) and node.text.isdigit():
            return Held(Kind.NUMBER, int(node.text), where=node.span)
        number = self._named(node)
        return FREE if number is None else Held(Kind.NUMBER, number, where=node.span)

    def _is_label(self, node: syntax.Expression) -> bool:
        nodes = node.items if isinstance(node, syntax.Seq) else (node,)
        return all(isinstance(each, syntax.Const) or self._named(each) is not None for each in nodes)

    def _named(self, node: syntax.Expression) -> int | None:
        """Give the status that a constant is called for: `http.StatusTooManyRequests`, `Net::HTTPUnauthorized`, `HTTP_429_...`."""
        name = last_name(node) if isinstance(node, syntax.Attribute | syntax.Name) else ""
        if not name or (isinstance(node, syntax.Name) and not name[:1].isupper()):
            return None
        if (digits := re.search(r"(?<!\d)[1-5]\d\d(?!\d)", name)) is not None:
            return int(digits.group())
        folded = re.sub(r"[^a-z]", "", name.lower())
        return _PHRASES.get(folded) or _PHRASES.get(_PREFIXED.sub("", folded))

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
                return self._several(items, site, path, lambda held: Held(Kind.LIST, tuple(held), told=any(each.told for each in held)))
            case syntax.Lambda():
                return [Course(End.NEXT, path)]
        return self._several(tuple(syntax.children(node)), site, path, _mixed)

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
            return self._constant(value)
        number = self._named(node) if home is None or not binds or isinstance(binds[0].value, syntax.Import) else None
        return Held(Kind.NUMBER, number, where=node.span) if number is not None else FREE

    def _constant(self, node: syntax.Expression) -> Held:
        """Give a number, or a list of numbers, that a name is bound to."""
        match node:
            case syntax.Const(value=bool() | None):
                return FREE
            case syntax.Call(arguments=arguments) if last_name(node) in _LISTS:
                inner = [argument.value for argument in arguments] or [
                    node.function.owner for _ in (0,) if isinstance(node.function, syntax.Attribute)
                ]
                held = [self._constant(each) if isinstance(each, syntax.Seq) else self._numbers(each) for each in inner]
                flat = [one for each in held for one in (each.value if isinstance(each.value, tuple) else (each,))]
                return Held(Kind.LIST, tuple(flat))
            case syntax.Call():
                return FREE
        return self._numbers(node)

    def _attribute(self, node: syntax.Attribute, site: Site, path: Path) -> list[Course]:
        key = self._key(node, site.scope)
        if key is not None and key in path.names:
            return [Course(End.NEXT, path, path.names[key])]
        courses: list[Course] = []
        for made in self._eval(node.owner, site, path):
            held = self._read(made.value, node.name)
            if held is FREE and (number := self._named(node)) is not None:
                held = Held(Kind.NUMBER, number, where=node.span)
            if held is FREE and not made.value.told and isinstance(node.owner, syntax.Name):
                held = self._of_class(node, site)
            courses.append(replace(made, value=held) if made.end is End.NEXT else made)
        return courses

    def _of_class(self, node: syntax.Attribute, site: Site) -> Held:
        """Give a constant of a class or an object of this file: `self.RETRYABLE`."""
        found = self.index.path(node, site.scope)
        binds = found[0].binds.get(found[1], ()) if found is not None else ()
        return self._constant(binds[0].value) if len(binds) == 1 and isinstance(binds[0].value, syntax.Seq | syntax.Call) else FREE

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
                return Held(Kind.TRUTH, self._status < _ERROR, told=True)
            case "failed":
                return Held(Kind.TRUTH, self._status >= _ERROR, told=True)
        return Held(Kind.TRUTH, str(self._status).startswith(told), told=True) if told.isdigit() else TOLD

    def _operation(self, node: syntax.Operation, site: Site, path: Path) -> list[Course]:
        operator, operands = node.operator, node.operands
        if operator in {"and", "or"}:
            return self._joined(operands, site, path, stop=operator == "or")
        if operator == "not" and len(operands) == 1:
            tests, left = self._test(operands[0], site, path)
            return [*left, *(Course(End.NEXT, after, _truth_of(None if t is None else not t, where)) for t, where, after in tests)]
        if operator in {"instanceof", "is", "!is"} and len(operands) == 2:  # noqa: PLR2004 - a value and its class
            return self._then(
                self._eval(operands[0], site, path), lambda made: self._is(made, operands[1], site, node.span, negated=operator == "!is")
            )
        if len(operands) == 2:  # noqa: PLR2004 - what is compared

            def compared(held: list[Held]) -> Held:
                return self._compare(operator, held[0], held[1], node.span)

            return self._several(operands, site, path, compared)
        return self._several(operands, site, path, _mixed)

    def _is(self, made: Course, other: syntax.Expression, site: Site, span: Span, *, negated: bool) -> list[Course]:
        """Tell whether a value is of a class, or is another value."""
        name = class_name(other)
        if made.value.kind in {Kind.FAILURE, Kind.ANSWER} and name:
            held = self._instance(made.value, name, span)
            held = replace(held, value=not held.value) if negated and held.kind is Kind.TRUTH else held
            return [replace(made, value=held)]
        if isinstance(other, syntax.Opaque):
            return [replace(made, value=self._compare("is", made.value, self._numbers(other), span))]
        return self._then(
            self._eval(other, site, made.path),
            lambda each: [replace(each, value=self._compare("!=" if negated else "==", made.value, each.value, span))],
        )

    def _instance(self, held: Held, name: str, span: Span) -> Held:
        """Tell whether what was caught, or an answer, is of a class."""
        if held.kind is Kind.ANSWER:
            number = self._named(syntax.Name(span, name))
            return TOLD if number is None else Held(Kind.TRUTH, _class_holds(name, number, self._status), told=True, where=span)
        says = self._is_a(name, held.value) if isinstance(held.value, Failed) else None
        return TOLD if says is None else Held(Kind.TRUTH, says, told=True, where=span)

    def _joined(self, operands: Sequence[syntax.Expression], site: Site, path: Path, *, stop: bool) -> list[Course]:
        """Evaluate `and` or `or`: from left to right, until one says `stop`."""
        first, *rest = operands
        tests, courses = self._test(first, site, path)
        for truth, where, after in tests:
            if truth is stop or not rest:
                courses.append(Course(End.NEXT, after, _truth_of(truth, where)))
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

    # Calls -------------------------------------------------------------------------------------------------------------

    def _call(self, node: syntax.Call, site: Site, path: Path) -> list[Course]:
        if id(node) in self._sent:
            return self._send(node, path)
        name = last_name(node.function)
        qualified = self.evaluator.qualified(node.function, site) or name
        if self._exits(qualified, name):
            return [Course(End.GONE, path)]
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
        call, site, request = self._sent[id(node)]
        path = replace(path, sent=(*path.sent, request))
        if self._anew:
            return [Course(End.ANEW, replace(path, again=call))]
        pair = self.failures.returned
        failure = Held(Kind.FAILURE, Failed("network" if self._status == NO_ANSWER else "status"), told=True)
        failed = Course(End.FAILED, path, failure)
        if pair:
            failed = Course(End.NEXT, path, Held(Kind.PAIR, (NOTHING, failure), told=True))
        if self._status == NO_ANSWER:
            return [failed]
        answered = Course(End.NEXT, path, Held(Kind.PAIR, (ANSWER, NOTHING), told=True) if pair else ANSWER)
        raises = self.sender.raises(call, site) if self._status >= _ERROR else False
        if raises is None:
            path = replace(path, sure=False)
            return [replace(failed, path=path), replace(answered, path=path)]
        return [failed if raises else answered]

    def _waits(self, node: syntax.Call, qualified: str, name: str, site: Site, path: Path) -> list[Course] | None:
        """Note a wait, and follow what is called behind it."""
        known = qualified in self.failures.waits
        if not known and not (_WAITING.search(name) and not self._asks(node)):
            return None
        waited = replace(path, waits=(*path.waits, (node, site)))
        for argument in node.arguments[:1]:
            for thing in self.evaluator.things(argument.value, site) if isinstance(argument.value, syntax.Lambda | syntax.Name) else ():
                if isinstance(thing, Local) and known:
                    made = self._enter(thing.scope, node, [], waited)
                    return [replace(each, end=End.NEXT) if each.end in _LEAVING else each for each in made]
        return [Course(End.NEXT, waited)]

    def _asks(self, node: syntax.Call) -> bool:
        """Tell whether a call only works out how long to wait: its value is used, and no wait is in it."""
        return id(node) in self._valued

    @property
    def _valued(self) -> set[int]:
        if not hasattr(self, "_valued_calls"):
            found: set[int] = set()
            for statement, _ in self.index.statements:
                if isinstance(statement, syntax.Assign):
                    found.add(id(statement.value))
                for expression in syntax.expressions(statement):
                    pending = [expression]
                    while pending:
                        each = pending.pop()
                        inner = list(syntax.children(each))
                        pending += inner
                        if isinstance(each, syntax.Call):
                            found.update(id(argument.value) for argument in each.arguments)
                        elif isinstance(each, syntax.Operation | syntax.Join | syntax.Choice):
                            found.update(map(id, inner))
            self._valued_calls = found
        return self._valued_calls

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
            if self._status >= _ERROR:
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
                lambda each: [replace(each, value=self._compare("in", each.value, held, node.span))],
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
            local = next((thing for thing in self.evaluator.things(node.function, site) if isinstance(thing, Local)), None)
            if local is not None and local.scope.kind == "function":
                courses += self._enter(local.scope, node, given, made.path)
            else:
                courses += self._foreign(node, name, given, made, site, held)
        return courses[: 2 * _MOST]

    def _foreign(self, node: syntax.Call, name: str, given: list[Held], made: Course, site: Site, held: Held) -> list[Course]:
        path = made.path
        if name in _CONVERSIONS and given:
            return [replace(made, value=given[0])]
        if name in _MEMBERSHIP_OF and len(given) == 2:  # noqa: PLR2004 - an item and a list
            item, holder = (given[1], given[0]) if given[0].kind is Kind.LIST else (given[0], given[1])
            return [replace(made, value=self._compare("in", item, holder, node.span))]
        if name == "isinstance" and len(given) == 2 and given[0].kind is Kind.FAILURE:  # noqa: PLR2004 - a value and its class
            classes = node.arguments[1].value
            names = [last_name(each) for each in (classes.items if isinstance(classes, syntax.Seq) else (classes,))]
            says = [self._is_a(each, given[0].value) for each in names if isinstance(given[0].value, Failed)]
            truth = True if True in says else None if None in says else False
            return [replace(made, value=_truth_of(truth, node.span))]
        if name == "isAxiosError" and given[:1] and given[0].kind is Kind.FAILURE:
            return [replace(made, value=Held(Kind.TRUTH, value=True, told=True))]
        if name in self.failures.readings and given and given[0].kind in {Kind.ANSWER, Kind.FAILURE}:
            return [replace(made, value=self._read(given[0], name))]
        if name in _LISTS:
            return [replace(made, value=self._constant(node))]
        told = held.told or any(each.told for each in given)
        for argument in node.arguments:
            inner = self._inside(argument.value, site)
            if inner is not None:
                # It is called now, or later, or never; what it leaves behind is seen where it is called now.
                walked = [
                    replace(each, end=End.NEXT, value=each.value if name == "Promise" else TOLD) if each.end in _LEAVING else each
                    for each in self._enter(inner, None, [], path if name in _CALLING else replace(path, sure=False))
                ]
                return walked  # noqa: RET504 - the comment above is about it
        qualified = self.evaluator.qualified(node.function, site)
        if name in self.failures.errors or qualified in self.failures.failing or _MADE.search(name):
            return [replace(made, value=Held(Kind.FAILURE, Failed("own", name), told=True))]
        return [replace(made, value=TOLD if told else FREE)]

    def _inside(self, node: syntax.Expression, site: Site) -> Scope | None:
        """Give a function without a name in which requests are sent, or waited for."""
        del site
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


_LEAVING: Final = frozenset({End.GIVEN, End.LAST, End.NEXT, End.OUT, End.AGAIN})
"""How a function comes back to those who called it."""
_CALLING: Final = frozenset(
    {"Promise", "use", "let", "also", "run", "apply", "with", "tap", "wait_for", "Run", "withContext", "runBlocking"}
)
"""What calls the function at once that it is given."""


def _body(scope: Scope) -> tuple[syntax.Statement, ...]:
    return scope.node.body


def _subject(made: Course) -> list[Course]:
    """Keep what a statement that does nothing gives: the branches behind it are chosen by that."""
    return [replace(made, path=replace(made.path, subject=made.value))]


def _leaves(body: Sequence[syntax.Statement]) -> bool:
    """Tell whether statements end by leaving what they stand in."""
    last = body[-1] if body else None
    match last:
        case syntax.Return() | syntax.Raise() | syntax.Jump():
            return True
        case syntax.If():
            return bool(last.otherwise) and _leaves(last.body) and _leaves(last.otherwise)
        case syntax.Evaluate(value=syntax.Call() as call):
            return last_name(call) in {"exit", "abort", "fail", "raise", "die", "throw"}
        case syntax.With():
            return _leaves(last.body)
    return False


def _head(handler: syntax.Handler) -> Span:
    """Give the line on which a handler says what it catches."""
    end = handler.body[0].span.start if handler.body else handler.span.end
    first = handler.types[0].span if handler.types and handler.types[0].span in handler.span else None
    return first or Span(handler.span.start, max(handler.span.start + 1, min(end, handler.span.end)))


def class_name(node: syntax.Expression) -> str:
    """Give the name of a class, also where it is spelled as a value: `HttpException::class`, `HttpException.class`."""
    match node:
        case syntax.Opaque(children=(*_, last)) if not isinstance(last, syntax.Const):
            return class_name(last)
        case syntax.Attribute(name="class" | "java" | "class.java", owner=owner):
            return class_name(owner)
    return last_name(node)


def _mixed(held: list[Held]) -> Held:
    return TOLD if any(each.told for each in held) else FREE


def _truth_of(truth: bool | None, where: Span | None) -> Held:  # noqa: FBT001 - three values: it holds, it does not, it is not known
    if truth is None:
        return TOLD if where is not None else FREE
    return Held(Kind.TRUTH, truth, told=where is not None, where=where)


def _number_of(held: Held) -> int | None:
    match held.value:
        case bool():
            return None
        case int():
            return held.value
        case str() as text if text.strip().isdigit() and held.kind is Kind.TEXT:
            return int(text)
    return None


def _as_number(held: Held, status: int) -> Held:
    """Read an answer that branches are chosen by as its status."""
    return Held(Kind.NUMBER, status, told=True) if held.kind is Kind.ANSWER else held


def _class_holds(name: str, number: int, status: int) -> bool:
    """Tell whether a class of answers holds a status: `Net::HTTPSuccess`, `Net::HTTPTooManyRequests`."""
    folded = name.lower()
    if "success" in folded:
        return status < _ERROR
    return number == status
