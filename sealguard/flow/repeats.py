"""Says what becomes of answers, and what repeats the requests that failed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Request, Retry, Wait
from sealguard.flow.answers import Answers, Sender
from sealguard.flow.carriers import Carriers
from sealguard.flow.courses import Courses
from sealguard.flow.domain import Local
from sealguard.flow.held import NO_ANSWER, End, Failed, Held, Kind, Path, TiredError
from sealguard.flow.policies import Policies, has_policies
from sealguard.flow.scopes import Scope, Site, last_name, spelled
from sealguard.flow.waits import Waits
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sealguard.facts import Facts
    from sealguard.flow.evaluate import Evaluator

_REFUSED: Final = (401, 403)
_LIMITED: Final = 429
_RIGHT: Final = 200
_MISSING: Final = 404
_STATUSES: Final = (_RIGHT, *_REFUSED, _LIMITED, _MISSING, NO_ANSWER)
_LOOPS: Final = frozenset({"loop", "times", "upto", "downto", "step", "repeat"})
"""Methods that call the block behind them again and again."""

_RUNNING: Final = frozenset({"call", "run", "get", "invoke", "execute", "apply", "Invoke", "__invoke", "accept"})
"""Methods of a function that call it."""
_MOST_SENT: Final = 300
"""How many calls of one program are followed; hostile code repeats them by the thousand."""
_MOST_ROUNDS: Final = 200
"""How many loops and the like of one program are walked."""

Sent = list[tuple[syntax.Call, Site, Request]]


def follow_failures(evaluator: Evaluator, sent: Sent, facts: Facts) -> None:
    """Add to `facts` what becomes of the answers of calls that send requests, and what repeats them."""
    sent = sent[:_MOST_SENT]
    carriers = Carriers(evaluator, sent)
    proceeding = list(_proceeding(evaluator, sent, carriers))
    handed = carriers.around if _repeats_what_neighbours_send(evaluator) else []
    if not sent and not proceeding and not handed and not has_policies(evaluator) and not facts.requests:
        return
    sender = Sender(evaluator)
    answers = Answers(evaluator, sender)
    handles = evaluator.library.handles
    found = (
        answers.of_handle(call, request) if last_name(call.function) in handles else answers.of(call, site, request)
        for call, site, request in sent
    )
    facts.answers.extend(answer for answer in found if answer is not None)
    try:
        sent = [*sent, *proceeding, *handed]
        repeats = Repeats(evaluator, sender, sent)
        facts.retries.extend(repeats.all())
        facts.retries.extend(Policies(evaluator, repeats.courses, repeats.waits, answers.parents, sent, carriers).all())
    except TiredError:
        facts.problems.append("too much code to follow every retry")


def _proceeding(evaluator: Evaluator, sent: Sent, carriers: Carriers) -> Iterator[tuple[syntax.Call, Site, Request]]:
    """Give the calls by which interceptors send on what they were given, each with what the clients send that they are put into."""
    known = {id(call) for call, _, _ in sent}
    for name in evaluator.library.failures.proceeding:
        for call, site in evaluator.index.calls.get(name, ())[:_MOST_SENT]:
            if id(call) in known or not isinstance(call.function, syntax.Attribute) or site.scope.module is not evaluator.index.module:
                continue
            requests = carriers.of_class(site.scope.owner) if site.scope.owner is not None else ()
            for request in requests or (Request(call.span, (), context=site.scope.context),):
                yield call, site, request


def _repeats_what_neighbours_send(evaluator: Evaluator) -> bool:
    """Tell whether a program may repeat what is sent elsewhere: by a function that it is given, or has from a neighbour."""
    index = evaluator.index
    if not index.around:
        return False
    if has_policies(evaluator) or any(name.rpartition(".")[2] in index.calls for name in evaluator.library.failures.intercepting):
        return True
    elsewhere = {each.name for each in index.scopes if each.kind == "function" and each.module is not index.module}
    again = [
        each for each, _ in index.statements if isinstance(each, syntax.Loop) or (isinstance(each, syntax.Try) and _begins_again(each))
    ]
    loops = [call for name in _LOOPS for call, _ in index.calls.get(name, ())] if evaluator.library.bare or evaluator.library.blocks else []
    if not again and not loops:
        return False
    return any(
        (name in elsewhere or _is_given(call.function, site)) and any(call.span in each.span for each in (*again, *loops)[:_MOST_ROUNDS])
        for name, calls in index.calls.items()
        for call, site in calls
        if site.scope.module is index.module
    )


def _is_given(function: syntax.Expression, site: Site) -> bool:
    """Tell whether what is called is a parameter, or what stands behind a call of the function around: `yield`."""
    name = function.owner if isinstance(function, syntax.Attribute) and function.name in _RUNNING else function
    if not isinstance(name, syntax.Name):
        return False
    home = site.scope.lookup(name.id)
    binds = home.binds[name.id] if home is not None else ()
    return any(isinstance(bind.value, syntax.Parameter) for bind in binds) or name.id == "yield"


@dataclass(frozen=True, slots=True)
class _Way:
    """One way through what may be repeated."""

    path: Path
    repeats: bool
    explicit: bool = False
    """Whether it says so itself: `continue`, a call of the function by itself."""


@dataclass(frozen=True, slots=True)
class _Round:
    """Something that may be repeated: a loop, a function that calls itself, a guarded block that begins again."""

    span: Span
    context: tuple[str, ...]
    changing: frozenset[str]
    ways: dict[int, list[_Way]]
    recursive: bool = False
    hooked: bool = False
    """Whether it is called for failures alone."""


class Repeats:
    """Finds what repeats requests in one program."""

    def __init__(self, evaluator: Evaluator, sender: Sender, sent: Sent) -> None:
        """Prepare to walk the program of `evaluator`, whose calls `sent` send requests."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.sent = sent
        self.courses = Courses(evaluator, sender, sent)
        self.waits = Waits(evaluator)
        self._callers = self._sending()

    def all(self) -> Iterator[Retry]:
        """Give every retry that the program spells."""
        for each in islice(self._rounds(), _MOST_ROUNDS):
            if (retry := self._retry(each)) is not None:
                yield retry

    # What may be repeated ----------------------------------------------------------------------------------------------

    def _sending(self) -> set[str]:
        """Give the names of the functions of this file that send requests, themselves or through others."""
        names = {site.scope.function.name for _, site, _ in self.sent if site.scope.function is not None} | {
            scope.name for _, site, _ in self.sent for scope in _around(site.scope) if scope.name
        }
        for _ in range(3):
            names |= {
                scope.name
                for name in list(names)
                for _, site in self.index.calls.get(name, ())
                for scope in _around(site.scope)
                if scope.name and scope.kind == "function"
            }
        return names | set(self._running(names))

    def _running(self, names: set[str]) -> Iterator[str]:
        """Give the parameters by which functions of this file call what sends requests: `attempt` of `retried(attempt)`."""
        sending = [call.span for call, _, _ in self.sent]
        sending += [call.span for name in names for call, _ in self.index.calls.get(name, ())]
        for calls in (*self.index.calls.values(), self.index.decorations):
            for call, site in calls:
                for at, argument in enumerate(call.arguments):
                    value = argument.value
                    inside = isinstance(value, syntax.Lambda) and any(sent in value.span for sent in sending)
                    if not inside and not (isinstance(value, syntax.Name | syntax.Attribute) and last_name(value) in names):
                        continue
                    if argument.name == syntax.BLOCK:
                        yield from ("yield", "call")
                        continue
                    for thing in self.evaluator.things(call.function, site):
                        if isinstance(thing, Local) and at < len(thing.scope.parameters):
                            behind = self.evaluator.library.blocks and argument is call.arguments[-1] and isinstance(value, syntax.Lambda)
                            yield argument.name or thing.scope.parameters[-1 if behind else at].name

    def _sends_in(self, span: Span) -> bool:
        """Tell whether a request is sent in a stretch, or by a function that is called there."""
        if any(call.span in span for call, _, _ in self.sent):
            return True
        return any(call.span in span for name in self._callers for call, _ in self.index.calls.get(name, ()))

    def _rounds(self) -> Iterator[_Round]:
        for statement, site in self.index.statements:
            match statement:
                case syntax.Loop() if self._sends_in(statement.span) and not self._per_item(statement):
                    yield self._of_loop(statement, site)
                case syntax.Try() if self._sends_in(statement.span) and _begins_again(statement):
                    yield self._round(statement.span, site, frozenset(), partial(self._guarded, statement))
        for name in _LOOPS if self.evaluator.library.bare or self.evaluator.library.blocks else ():
            for call, site in self.index.calls.get(name, ()):
                block = next((each.value for each in call.arguments if isinstance(each.value, syntax.Lambda)), None)
                if block is not None and site.scope.module is self.index.module and self._sends_in(block.span):
                    yield self._round(
                        call.span,
                        site,
                        frozenset(each.name for each in block.parameters),
                        partial(self._block, block),
                    )
        for scope, site in self._intercepted():
            names = frozenset(each.name for each in scope.parameters)
            span = scope.node.span if isinstance(scope.node, syntax.Lambda | syntax.Function) else Span(0, 0)
            yield replace(self._round(span, site, names, partial(self._failing, scope)), recursive=True, hooked=True)
        for scope in self.index.scopes:
            node = scope.node
            if scope.module is not self.index.module:
                continue
            if isinstance(node, syntax.Function) and (self._calls_itself(node) or self._reruns(node)) and self._sends_in(node.span):
                names = frozenset(each.name for each in scope.parameters)
                site = Site(scope, scope.block, node.span.start)
                made = self._round(node.span, site, names, partial(self._recursive, scope))
                yield replace(made, recursive=True)

    def _intercepted(self) -> Iterator[tuple[Scope, Site]]:
        """Give the functions that get the failures of all requests of a client, and may send them again."""
        for spelling, position in self.evaluator.library.failures.intercepting.items():
            for call, site in self.index.calls.get(spelling.rpartition(".")[2], ()):
                if site.scope.module is self.index.module and spelled(call.function).endswith(spelling) and position < len(call.arguments):
                    for thing in self.evaluator.things(call.arguments[position].value, site):
                        if isinstance(thing, Local) and thing.scope.parameters:
                            yield thing.scope, site

    def _calls_itself(self, function: syntax.Function) -> bool:
        """Tell whether a function is called, or handed to what calls it later, in its own body."""
        later = (
            call
            for name in self.evaluator.library.failures.waits
            for call, _ in self.index.calls.get(name.rpartition(".")[2], ())
            if any(isinstance(each.value, syntax.Name) and each.value.id == function.name for each in call.arguments)
        )
        own = (call for call, _ in self.index.calls.get(function.name, ()))
        return any(call.span in function.span for call in (*own, *later))

    def _reruns(self, function: syntax.Function) -> bool:
        """Tell whether a task asks to be run again."""
        calls = (pair for name in self.evaluator.library.failures.rerunning for pair in self.index.calls.get(name, ()))
        return any(call.span in function.span and self.courses.reruns(call, site) for call, site in calls)

    def _round(self, span: Span, site: Site, changing: frozenset[str], walk: Callable[[int], list[_Way]]) -> _Round:
        ways = {status: walk(status) for status in _STATUSES}
        return _Round(span, site.scope.context, changing | self.waits.changing(span), ways)

    def _of_loop(self, loop: syntax.Loop, site: Site) -> _Round:
        ways = {status: self._iteration(loop, site, status) for status in _STATUSES}
        return _Round(loop.span, site.scope.context, self.waits.changing(loop.span, loop), ways)

    def _per_item(self, loop: syntax.Loop) -> bool:
        """Tell whether each turn of a loop sends another request: what it goes over is part of what is sent."""
        if loop.target is None:
            return False
        names = set(_spelled_in(loop.target))
        inside = [each for each, _ in self.index.statements if each.span in loop.span and isinstance(each, syntax.Assign)]
        for _ in range(2):
            names |= {name for each in inside if names & set(_spelled_in(each.value)) for name in _spelled_in(each.target)}
        calls = [call for call, _, _ in self.sent if call.span in loop.span]
        calls += [call for name in self._callers for call, _ in self.index.calls.get(name, ()) if call.span in loop.span]
        given = (argument for call in calls for argument in call.arguments if argument.name != "timeout")
        return any(names & set(_spelled_in(argument.value)) for argument in given)

    # The ways through it -----------------------------------------------------------------------------------------------

    def _iteration(self, loop: syntax.Loop, site: Site, status: int) -> list[_Way]:
        found: list[_Way] = []
        for course in self.courses.of_block(loop.body, status):
            match course.end:
                case End.NEXT | End.AGAIN if loop.head is not None and loop.target is None:
                    tests = self.courses.of_test(loop.head, site, course.path)
                    found += [_Way(path, truth is not False, course.end is End.AGAIN) for truth, path in tests]
                case End.NEXT | End.AGAIN:
                    found.append(_Way(course.path, repeats=True, explicit=course.end is End.AGAIN))
                case _:
                    found.append(_Way(course.path, repeats=False))
        return found

    def _block(self, block: syntax.Lambda, status: int) -> list[_Way]:
        courses = self.courses.of_block(block.body, status)
        return [_Way(each.path, each.end in {End.NEXT, End.AGAIN, End.LAST}, each.end is End.AGAIN) for each in courses]

    def _guarded(self, statement: syntax.Try, status: int) -> list[_Way]:
        return [_Way(each.path, each.end is End.ANEW, each.end is End.ANEW) for each in self.courses.of_block((statement,), status)]

    def _recursive(self, scope: Scope, status: int) -> list[_Way]:
        return [_Way(each.path, each.end is End.ANEW, each.end is End.ANEW) for each in self.courses.of_function(scope, status)]

    def _failing(self, scope: Scope, status: int) -> list[_Way]:
        if status == _RIGHT:
            return []
        failure = Held(Kind.FAILURE, Failed("network" if status == NO_ANSWER else "status"), told=True)
        courses = self.courses.of_function(scope, status, {scope.parameters[0].name: failure}, anew=True)
        return [_Way(each.path, each.end is End.ANEW, each.end is End.ANEW) for each in courses]

    # What is said of it ------------------------------------------------------------------------------------------------

    def _retry(self, each: _Round) -> Retry | None:
        right = [way for way in each.ways[_RIGHT] if way.path.sent]
        right = right or [way for ways in each.ways.values() for way in ways if each.hooked and way.path.sent]
        if not right:
            return None
        sure = {way.repeats for way in right if way.path.sure}
        leaves = each.hooked or sure == {False} or not any(way.repeats for way in right)
        # Where a right answer is followed by the next turn too, one that goes on whatever fails leaves something out, and repeats nothing.
        skips = not leaves and any(way.repeats and way.explicit and way.path.sent for way in each.ways[_MISSING])

        def repeated(status: int) -> list[_Way]:
            ways = [way for way in each.ways[status] if way.repeats and way.path.sent and way.path.sure]
            return [way for way in ways if leaves or (not skips and way.explicit and way.path.decided is not None and not way.path.broad)]

        refused = next((way for status in _REFUSED for way in repeated(status) if not way.path.renewed), None)
        limited = repeated(_LIMITED) or [way for way in repeated(NO_ANSWER) if way.path.broad]
        if refused is None and not limited:
            return None
        requests = tuple(dict.fromkeys(request for way in right for request in way.path.sent))
        wait, seconds, waiting = self._wait(limited, each)
        start = limited[0].path.again.span if each.recursive and limited and limited[0].path.again is not None else each.span
        return Retry(
            start,
            requests,
            refused=(refused.path.decided or each.span) if refused is not None else None,
            limited=bool(limited),
            wait=wait,
            seconds=seconds,
            waiting=waiting,
            context=each.context,
        )

    def _wait(self, ways: Sequence[_Way], each: _Round) -> tuple[Wait, float, Span | None]:
        """Give how it is waited: where one of several ways says more than a number, that holds."""
        fixed: tuple[Wait, float, Span | None] | None = None
        for way in ways:
            amounts = [self.waits.of(call, site, each.changing) for call, site in way.path.waits]
            for wait, seconds, span in amounts:
                if wait is not Wait.FIXED:
                    return wait, seconds, span
            if amounts:
                longest = max(amounts, key=lambda amount: amount[1])
                fixed = longest if fixed is None or longest[1] > fixed[1] else fixed
        return fixed or (Wait.NONE if ways else Wait.UNKNOWN, 0, None)


def _around(scope: Scope) -> Iterator[Scope]:
    current: Scope | None = scope
    while current is not None:
        yield current
        current = current.parent


def _begins_again(statement: syntax.Try) -> bool:
    """Tell whether a handler begins the guarded block again."""
    pending = [each for handler in statement.handlers for each in handler.body]
    while pending:
        each = pending.pop()
        if isinstance(each, syntax.Jump) and each.kind == "retry":
            return True
        if not isinstance(each, syntax.Try):
            pending.extend(inner for block in syntax.blocks(each) for inner in block)
    return False


def _spelled_in(node: syntax.Expression) -> Iterator[str]:
    yield from (each.id for each in syntax.walk(node) if isinstance(each, syntax.Name))
