"""Follows the course that code takes when a request is answered with a given status: what is left, repeated and waited for.

Nothing is run: the statements of the program are walked with the status in hand, conditions that it decides are decided, and of all
others both branches are taken.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.answered_calls import AnsweredCalls
from sealguard.flow.held import FREE, Course, End, Failed, Held, Kind, Path, TiredError, class_name
from sealguard.flow.scopes import last_name
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sealguard.flow.scopes import Scope, Site

_MOST: Final = 24
"""How many ways through one block are followed."""
_STEPS: Final = 40_000
"""How many expressions and statements are walked for one program; hostile code multiplies branches."""
_SCOPES: Final = re.compile(r"[\\\\.:]+")
"""What stands between a class's name and those of what it is in."""


class Courses(AnsweredCalls):
    """Walks the statements of one program."""

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
