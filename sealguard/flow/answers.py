"""Tells what becomes of the answer of a request: whether its status is looked at, here or by the client itself."""

from __future__ import annotations

import enum
from functools import cached_property
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Answer, Value
from sealguard.flow.courses import Courses
from sealguard.flow.domain import Foreign, Local, Mapping, Object, Scalar
from sealguard.flow.held import Held, Kind, TiredError, truth_in
from sealguard.flow.scopes import Scope, Site, last_name, names_in
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Request
    from sealguard.flow.domain import Thing
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.held import Course

_REFUSED: Final = 401
_DEEPEST: Final = 4
"""How many functions and chained calls an answer is followed through."""
_MOST_USES: Final = 64
"""How many uses of one name are looked at."""


class Sender:
    """What sends a call's request, and whether it raises where the answer's status is an error's."""

    def __init__(self, evaluator: Evaluator) -> None:
        """Prepare to read the calls of the program of `evaluator`."""
        self.evaluator = evaluator
        self.failures = evaluator.library.failures
        self._watchers: list[set[Span] | None] | None = None
        self._raising: set[Span] = set()
        """Where the clients are made that are told to raise in a block of theirs."""

    def raises(self, call: syntax.Call, site: Site) -> bool | None:
        """Tell whether a call raises where the status is an error's; `None` if that is not known."""
        if last_name(call.function) in self.failures.proceeding:
            return False
        if self.watched(call, site):
            return True if self._raising & self._client_spans(call, site) else None
        if not self.failures.raised_by.isdisjoint(names_in(call.function)):
            return True
        for callee in self.evaluator.things(call.function, site):
            name, owner = self._named(callee)
            if not name:
                continue
            by_option = self._switched(call, owner, site)
            if by_option is not None:
                return by_option
            if _begins(name, self.failures.raising) or last_name(call.function) in self.failures.loud:
                return True
            if _begins(name, self.failures.quiet):
                return False
        name = last_name(call.function)
        return True if name in self.failures.loud else False if name in self.failures.quiet_methods else None

    def calls_back(self, call: syntax.Call, site: Site) -> bool:
        """Tell whether a call gives its answer to a function alone."""
        named = (self._named(callee)[0] for callee in self.evaluator.things(call.function, site))
        return any(_begins(name, self.failures.calling) for name in named)

    def watched(self, call: syntax.Call, site: Site) -> bool:
        """Tell whether something looks at the answers of a call's client where the call does not show it."""
        if self._watchers is None:
            self._watchers = list(self._watching())
        if not self._watchers:
            return False
        own = self._client_spans(call, site)
        if not own and self._is_standing(call, site):
            return None in self._watchers
        return not own or any(spans is None or spans & own for spans in self._watchers)

    def _is_standing(self, call: syntax.Call, site: Site) -> bool:
        """Tell whether a call is made on a client of a library's own: `http.DefaultClient.Do(request)`, `http.Get(url)`."""
        name = self.evaluator.qualified(call.function, site) or ""
        return self.failures.returned and _begins(name, self.failures.quiet)

    def _client_spans(self, call: syntax.Call, site: Site) -> set[Span]:
        """Give where the client is made on which a call is made."""
        return self._clients(call.function.owner, site) if isinstance(call.function, syntax.Attribute) else set()

    def _watching(self) -> Iterator[set[Span] | None]:
        """Give, for each place where the answers of a client are looked at, where that client is made; `None` where that is not known."""
        index, watching = self.evaluator.index, self.failures.watching
        if not watching:
            return
        # A client that a neighbour makes is watched where it is made.
        around = () if self._makes_clients else index.around
        for statement, site in (*index.statements, *around):
            if isinstance(statement, syntax.Assign) and last_name(statement.target) in watching:
                target = statement.target
                if last_name(statement.value) in self.failures.plain:
                    continue
                if isinstance(target, syntax.Name) and (made := self._configured(site)):
                    if isinstance(value := statement.value, syntax.Const) and self.failures.switches.get(target.id) is value.value:
                        self._raising |= made
                    yield made
                    continue
                yield (self._clients(target.owner, site) if isinstance(target, syntax.Attribute) else None) or None
                continue
            targets = [statement.target] if isinstance(statement, syntax.Assign) else []
            for expression in (*syntax.expressions(statement), *targets):
                for node, names in _spelled(expression, self.failures.plain):
                    if watching.isdisjoint(names):
                        continue
                    made = self._configured(site)
                    if any(self.failures.switches.get(name) for name in names):
                        self._raising |= made
                    yield made or self._client_of(node, site)

    def _configured(self, site: Site) -> set[Span]:
        """Give where the client is made that a block behind its making is about: `HttpClient(CIO) { expectSuccess = true }`."""
        made = self._blocks.get(id(site.scope.node))
        return self._clients(*made) if made is not None else set()

    @cached_property
    def _blocks(self) -> dict[int, tuple[syntax.Call, Site]]:
        """The calls that are given functions without a name, by the identity of these."""
        calls = ((call, site) for calls in self.evaluator.index.calls.values() for call, site in calls)
        return {id(each.value): (call, site) for call, site in calls for each in call.arguments if isinstance(each.value, syntax.Lambda)}

    def _client_of(self, node: syntax.Expression, site: Site) -> set[Span] | None:
        """Give where the client is made whose answers an expression looks at by an option: `http.Client{Transport: ...}`."""
        named = isinstance(node, syntax.Call) and any(each.name in self.failures.watching for each in node.arguments)
        return (self._clients(node, site) or None) if named else None

    def _clients(self, node: syntax.Expression, site: Site) -> set[Span]:
        """Give where the objects are made that an expression can be; none where one of them is the program's own, or a function.

        What is not known beside one that is stands for one that was kept: `@client ||= Faraday.new`.
        """
        things = [each for each in self.evaluator.things(node, site) if not isinstance(each, Value)]
        made = [each.span for each in things if isinstance(each, Object) and each.own is None]
        return set(made) if len(made) == len(things) else set()

    @property
    def _makes_clients(self) -> bool:
        """Whether the program itself makes a client, or calls a library that needs none."""
        index, library = self.evaluator.index, self.evaluator.library
        calls = ((call, site) for found in index.calls.values() for call, site in found if site.scope.module is index.module)
        named = (self.evaluator.qualified(call.function, site) for call, site in calls)
        return any(name in library.clients or name in library.requests for name in named if name)

    def _named(self, callee: Thing) -> tuple[str, Object | None]:
        match callee:
            case Object():
                return callee.type, callee
            case Foreign(owner=Object() as owner):
                return owner.type or callee.name, owner
            case Foreign():
                return callee.name, None
        return "", None

    def _switched(self, call: syntax.Call, owner: Object | None, site: Site) -> bool | None:
        """Give what an option of the call, or else of its client, says."""
        found: bool | None = None
        for name, things in (*_attributes(owner), *self._given(call, site)):
            if name in self.failures.accepting:
                found = self._refuses(things)
            raising = self.failures.switches.get(name)
            if raising is None:
                continue
            for thing in things:
                if isinstance(thing, Scalar) and isinstance(thing.value, bool | int):
                    found = bool(thing.value) == raising
        return found

    def _refuses(self, things: tuple[Thing, ...]) -> bool | None:
        """Tell whether what says which statuses are right leaves those of a refusal out; nothing leaves out none."""
        said: set[bool | None] = set()
        for thing in things:
            match thing:
                case Scalar(value=value):
                    said.add(bool(value))
                case Local(scope=scope):
                    asked = {each.name: Held(Kind.NUMBER, _REFUSED, told=True) for each in scope.parameters[:1]}
                    said |= {None if (truth := truth_in(each.value)) is None else not truth for each in self._courses_of(scope, asked)}
        return said.pop() if len(said) == 1 else None

    def _courses_of(self, scope: Scope, given: dict[str, Held]) -> list[Course]:
        """Give the ways through a function that is asked about a refusal; none where too much was walked already."""
        try:
            return self._courses.of_function(scope, _REFUSED, given)
        except TiredError:
            return []

    @cached_property
    def _courses(self) -> Courses:
        return Courses(self.evaluator, self, ())

    def _given(self, call: syntax.Call, site: Site) -> Iterator[tuple[str, tuple[Thing, ...]]]:
        for argument in call.arguments:
            things = self.evaluator.things(argument.value, site)
            if argument.name is not None:
                yield argument.name, things
            for thing in things:
                if isinstance(thing, Mapping):
                    yield from _items(thing)


def _items(held: Mapping) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    for item in held.items:
        if item.key.text is not None:
            yield item.key.text, item.things


def _attributes(owner: Object | None) -> Iterator[tuple[str, tuple[Thing, ...]]]:
    if owner is None:
        return
    yield from owner.attributes.items()
    for thing in (each for things in owner.positional for each in things):
        if isinstance(thing, Mapping):
            yield from _items(thing)


def _spelled(node: syntax.Expression, plain: frozenset[str]) -> Iterator[tuple[syntax.Expression, set[str]]]:
    """Give what is in an expression with the names by which it calls, sets or names something, but for what is set to `plain` things."""
    for each in syntax.walk(node):
        match each:
            case syntax.Call(arguments=arguments):
                names = {last_name(each.function), *names_in(each.function)}
                names.update(given.name for given in arguments if given.name is not None and last_name(given.value) not in plain)
                names.update(given.value.text for given in arguments if isinstance(given.value, syntax.Str))
                yield each, names
            case syntax.Map():
                yield each, {key for key, _ in syntax.entries(each)}
            case syntax.Assigned():
                yield each, {last_name(each.target), *names_in(each.target)}
            case syntax.Attribute():
                yield each, {each.name}


def _begins(name: str, libraries: Iterable[str]) -> bool:
    """Tell whether a qualified name is one of a library's."""
    return any(name == library or name.startswith(library + ".") for library in libraries)


class Fate(enum.Enum):
    """What becomes of an answer."""

    CHECKED = enum.auto()
    UNCHECKED = enum.auto()
    UNKNOWN = enum.auto()


class Answers:
    """Follows the answers of the requests that a program sends."""

    def __init__(self, evaluator: Evaluator, sender: Sender) -> None:
        """Walk the program of `evaluator` once, to know where each expression stands."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.failures = evaluator.library.failures
        self.sender = sender
        self._loops = [each.span for each, _ in self.index.statements if isinstance(each, syntax.Loop)]
        self._tries = [each for each, _ in self.index.statements if isinstance(each, syntax.Try) and self._names_failures(each)]
        self.parents: dict[int, syntax.Node] = {}
        """What each expression stands in, by its identity."""
        self._uses: dict[tuple[int, str], list[syntax.Name]] = {}
        for statement, site in self.index.statements:
            for expression in syntax.expressions(statement):
                self._enter(expression, statement, site.scope)
            if isinstance(statement, syntax.Assign):
                self._target(statement.target, statement, site.scope)

    def of(self, call: syntax.Call, site: Site, request: Request) -> Answer | None:
        """Give what becomes of the answer of a call's request, or `None` where that is not known."""
        raises = self.sender.raises(call, site)
        if raises is None or site.scope.kind == "class":
            return None
        fate = Fate.CHECKED if raises else self._called_back(call, site) or self._fate(call, site.scope)
        if fate is Fate.UNKNOWN or (fate is Fate.UNCHECKED and self._guarded(call)):
            return None
        return Answer(request, self._sent_by(call).span, checked=fate is Fate.CHECKED)

    def _sent_by(self, call: syntax.Call) -> syntax.Node:
        """Give what sends what a call prepares, where that is another one: `call = http.newCall(request)`, then `call.execute()`."""
        found = self.index.assigned.get(id(call)) if self.failures.sending else None
        for use in self._uses.get((id(found[0]), found[1]), ()) if found is not None else ():
            method = self.parents.get(id(use))
            if isinstance(method, syntax.Attribute) and method.name in self.failures.sending:
                return self.parents.get(id(method), call)
        return call

    def of_handle(self, maker: syntax.Call, request: Request) -> Answer | None:
        """Give the same of a handle on which options are set: where it is run, the status is not in what that gives."""
        found = self.index.assigned.get(id(maker))
        given = [(call, place) for call, place in found[0].handed.get(found[1], ()) if call.span.start > maker.span.start] if found else []
        names = [last_name(call.function) for call, _ in given]
        runs = [call for call, _ in given if last_name(call.function) in self.failures.running]
        if not runs or not all(name.startswith("curl_") for name in names):
            return None
        options = [self.evaluator.text(argument.value, place) for call, place in given for argument in call.arguments]
        maps = [thing for call, place in given for argument in call.arguments for thing in self.evaluator.things(argument.value, place)]
        keys = [item.key.text for thing in maps if isinstance(thing, Mapping) for item in thing.items]
        raises = any(self.failures.switches.get(option or "") for option in (*options, *keys))
        return Answer(request, runs[0].span, checked=raises or not self.failures.informing.isdisjoint(names))

    def _called_back(self, call: syntax.Call, site: Site) -> Fate | None:
        """Tell what a function does with an answer that the call itself hands it; `None` where it is given back."""
        if not self.sender.calls_back(call, site):
            return None
        functions = [
            thing.scope for each in call.arguments for thing in self.evaluator.things(each.value, site) if isinstance(thing, Local)
        ]
        fates = [self._parameter(each, parameter.name, 0) for each in functions for parameter in each.parameters]
        if not fates:
            return Fate.UNKNOWN
        return next((each for each in (Fate.CHECKED, Fate.UNKNOWN) if each in fates), Fate.UNCHECKED)

    def _guarded(self, call: syntax.Call) -> bool:
        """Tell whether a call stands where failures of requests are caught by their class."""
        return any(call.span in each.span for each in self._tries)

    def _names_failures(self, statement: syntax.Try) -> bool:
        kinds = (last_name(kind) for handler in statement.handlers for kind in handler.types)
        return any(self.failures.errors.get(kind) in {"http", "status"} for kind in kinds)

    # Where expressions stand -------------------------------------------------------------------------------------------

    def _enter(self, node: syntax.Expression, parent: syntax.Node, scope: Scope) -> None:
        self.parents[id(node)] = parent
        if isinstance(node, syntax.Name):
            home = scope.lookup(node.id, called=node.called)
            self._uses.setdefault((id(home), node.id), []).append(node)
        for child in syntax.children(node):
            self._enter(child, node, scope)

    def _target(self, node: syntax.Expression, parent: syntax.Node, scope: Scope) -> None:
        """Enter what stands inside of what is assigned to: `kept[response.url] = ...`."""
        if isinstance(node, syntax.Attribute | syntax.Index):
            for child in syntax.children(node):
                self._enter(child, parent, scope)

    # What becomes of it ------------------------------------------------------------------------------------------------

    def _fate(self, node: syntax.Expression, scope: Scope, depth: int = 0) -> Fate:
        """Tell what becomes of what an expression gives."""
        parent = self.parents.get(id(node))
        match parent:
            case _ if depth > _DEEPEST:
                return Fate.UNKNOWN
            case syntax.Evaluate():
                # A name alone does nothing, unless it is what the branches behind it are chosen by.
                return Fate.CHECKED if isinstance(node, syntax.Name) else Fate.UNCHECKED
            case syntax.Assign() if parent.value is node:
                return self._bound(parent.target, parent.span, scope, depth)
            case syntax.Assigned() if parent.value is node:
                return self._bound(parent.target, parent.span, scope, depth)
            case syntax.With() if parent.head is node:
                if parent.target is None:
                    return Fate.UNCHECKED
                return self._bound(parent.target, Span(parent.span.start, parent.target.span.end), scope, depth)
            case syntax.Attribute() if parent.owner is node:
                return self._read(parent, scope, depth)
            case syntax.Call() if parent.function is not node:
                return self._handed(node, parent, scope, depth)
            case syntax.If() | syntax.Assert() | syntax.Loop() | syntax.Switch():
                return Fate.CHECKED
            case syntax.Operation(operator="not" | "and" | "==" | "!="):
                return Fate.CHECKED if isinstance(node, syntax.Name) else Fate.UNKNOWN
        return Fate.UNKNOWN

    def _read(self, node: syntax.Attribute, scope: Scope, depth: int) -> Fate:
        """Tell what an attribute or a method of an answer says of its status."""
        told = self.failures.readings.get(node.name)
        if told == "answer":
            return self._fate(node, scope, depth + 1)
        if told is not None:
            return Fate.CHECKED
        parent = self.parents.get(id(node))
        if isinstance(parent, syntax.Call) and parent.function is node:
            if node.name in self.failures.handing:
                return self._given(parent, scope, depth)
            if node.name in self.failures.catching | self.failures.passing:
                return self._fate(parent, scope, depth)
        elif node.name in self.failures.passing:
            return self._fate(node, scope, depth)
        return Fate.UNCHECKED

    def _given(self, call: syntax.Call, scope: Scope, depth: int) -> Fate:
        """Tell what the function does with an answer that a method hands it."""
        for argument in call.arguments[:1]:
            for thing in self.evaluator.things(argument.value, Site(scope, scope.block, call.span.start)):
                if isinstance(thing, Local) and (parameters := thing.scope.parameters):
                    return self._parameter(thing.scope, parameters[0].name, depth)
        return Fate.UNKNOWN

    def _parameter(self, scope: Scope, name: str, depth: int) -> Fate:
        return self._named(scope, name, None, depth + 1)

    def _handed(self, node: syntax.Expression, call: syntax.Call, scope: Scope, depth: int) -> Fate:
        """Tell what a function that is given an answer does with it."""
        name = last_name(call.function)
        if name in self.failures.readings or name in self.failures.bodies:
            return Fate.CHECKED if name in self.failures.readings else Fate.UNCHECKED
        site = Site(scope, scope.block, call.span.start)
        for thing in self.evaluator.things(call.function, site):
            if not isinstance(thing, Local):
                return Fate.UNKNOWN
            positional = [argument.value for argument in call.arguments if argument.name is None and not argument.spread]
            for value, parameter in zip(positional, thing.scope.parameters, strict=False):
                if value is node:
                    fate = self._parameter(thing.scope, parameter.name, depth)
                    return fate if fate is Fate.CHECKED else Fate.UNKNOWN
        return Fate.UNKNOWN

    def _bound(self, target: syntax.Expression, span: Span, scope: Scope, depth: int) -> Fate:
        match target:
            case syntax.Name():
                return self._named(scope, target.id, span, depth)
            case syntax.Seq(items=(syntax.Name() as first, *_)) if self.failures.returned:
                return self._named(scope, first.id, span, depth)
            case syntax.Map():
                # It is taken apart where it stands: `const { statusCode, body } = await request(url)`.
                keys = [entry.key.text for entry in target.entries if isinstance(entry.key, syntax.Str)]
                whole = len(keys) == len(target.entries)
                told = any(key in self.failures.readings for key in keys)
                return Fate.CHECKED if told else Fate.UNCHECKED if whole else Fate.UNKNOWN
        return Fate.UNKNOWN

    def _named(self, scope: Scope, name: str, bound: Span | None, depth: int) -> Fate:
        """Tell what becomes of what a name stands for, from where it is bound to where it is bound anew."""
        home = scope.lookup(name)
        if home is None or home.kind == "class":
            return Fate.UNKNOWN
        starts = sorted(bind.span.start for bind in home.binds.get(name, ()))
        after = bound.start if bound is not None else -1
        end = next((start for start in starts if bound is not None and start >= bound.end), None)
        looped = bound is not None and self._in_loop(bound)
        fates: list[Fate] = []
        for use in self._uses.get((id(home), name), [])[:_MOST_USES]:
            if not looped and (use.span.start < after or (end is not None and use.span.start >= end)):
                continue
            fates.append(self._fate(use, scope, depth + 1))
        if Fate.CHECKED in fates:
            return Fate.CHECKED
        return Fate.UNKNOWN if Fate.UNKNOWN in fates or len(fates) >= _MOST_USES else Fate.UNCHECKED

    def _in_loop(self, span: Span) -> bool:
        return any(span in each for each in self._loops)
