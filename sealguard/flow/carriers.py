"""Finds the requests of the clients that something is put into, here or in a neighbour: a retry policy, an interceptor, a transport."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Request
from sealguard.flow.domain import Local, Mapping, Object, Sequence
from sealguard.flow.requests import Requests
from sealguard.flow.scopes import Scope, Site, last_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sealguard.facts import Value
    from sealguard.flow.domain import Thing
    from sealguard.flow.evaluate import Evaluator
    from sealguard.model import Span

    Sent = tuple[syntax.Call, Site, Request]

_HOPS: Final = 24
"""How many expressions are gone out, from what is put into a client to the client."""
_DEEPEST: Final = 3
"""How deep in a client something may be: in an option, a list of them, a handler of handlers."""
_MOST: Final = 200
"""How many calls of neighbours are looked at."""
_QUESTIONS: Final = 60
"""How many policies and the like of one program are asked about; hostile code spells them by the thousand."""


class Carriers:
    """Knows which requests go through what stands in a program."""

    def __init__(self, evaluator: Evaluator, sent: Iterable[Sent]) -> None:
        """Take the calls `sent` that send requests in the program of `evaluator` itself."""
        self.evaluator = evaluator
        self.index = evaluator.index
        self.library = evaluator.library
        self._own = list(sent)
        self._requests = Requests(evaluator)
        self._asked = 0

    def of_policy(self, node: syntax.Expression, site: Site) -> tuple[Request, ...]:
        """Give the requests of the clients that a policy is put into, and what is registered with it."""
        targets = {each.span for each in self.evaluator.things(node, site) if isinstance(each, Object)}
        return self._through([(node, site)], lambda thing: isinstance(thing, Object) and thing.span in targets)

    def of_object(self, node: syntax.Expression, site: Site) -> tuple[Request, ...]:
        """Give the requests of the clients that an expression can be, on which something is set."""
        spans = {each.span for each in self.evaluator.things(node, site) if isinstance(each, Object) and each.own is None}
        return self._held(lambda thing: isinstance(thing, Object) and thing.span in spans) if spans else ()

    def of_class(self, own: Scope) -> tuple[Request, ...]:
        """Give the requests of the clients that an object of a class is put into."""
        made = [(call, site) for call, site in self.index.made(own) if not isinstance(site.scope.node, syntax.Class)]
        return self._through(
            made, lambda thing: (isinstance(thing, Object) and thing.own is own) or (isinstance(thing, Local) and thing.scope is own)
        )

    @cached_property
    def around(self) -> list[Sent]:
        """The calls of neighbours that send requests."""
        functions = {name.rpartition(".")[2] for name in self.library.requests}
        names = self.library.verbs.keys() | self.library.sends | functions
        calls = (pair for name in sorted(names) for pair in self.index.calls.get(name, ()) if pair[1].scope.module is not self.index.module)
        found = ((call, site, self._requests.of(call, site)) for call, site in islice(calls, _MOST))
        return [(call, site, request) for call, site, request in found if request is not None]

    # Where it is put ---------------------------------------------------------------------------------------------------

    def _through(self, around: Iterable[tuple[syntax.Expression, Site]], is_it: Callable[[Thing], bool]) -> tuple[Request, ...]:
        """Give the requests of what stands `around` one of these places, or of what is given a thing elsewhere."""
        places = list(around)
        for name in self.library.failures.attaching:
            for call, site in self.index.calls.get(name, ())[:_MOST]:
                given = (each for argument in call.arguments for each in self.evaluator.things(argument.value, site))
                if any(_holds(each, is_it) for each in given):
                    places.append((call, site))
        spans: set[Span] = set()
        registered: list[Request] = []
        for node, site in places:
            for outer, where in self._outwards(node, site):
                spans |= {each.span for each in self.evaluator.things(outer, where) if isinstance(each, Object) and each.own is None}
                registered += self._registered(outer, where)
        found = self._held(lambda thing: is_it(thing) or (isinstance(thing, Object) and thing.own is None and thing.span in spans))
        return tuple(dict.fromkeys((*registered, *found)))

    def _outwards(self, node: syntax.Expression, site: Site) -> Iterator[tuple[syntax.Expression, Site]]:
        """Give the calls that an expression is handed to, and what these are methods of, innermost first."""
        for _ in range(_HOPS):
            if isinstance(node, syntax.Call):
                yield node, site
                owner: syntax.Expression = node.function
                while isinstance(owner, syntax.Attribute | syntax.Call):
                    owner = owner.owner if isinstance(owner, syntax.Attribute) else owner.function
                    yield owner, site
            parent = self._parents.get(id(node))
            if parent is None and isinstance(site.scope.node, syntax.Lambda) and site.scope.parent is not None:
                # What stands in a function without a name is for what is given that: `Faraday.new { |f| f.request :retry }`.
                outer = site.scope.parent
                parent, site = self._parents.get(id(site.scope.node)), Site(outer, outer.block, site.scope.node.span.start)
            if parent is None:
                return
            node = parent

    @cached_property
    def _parents(self) -> dict[int, syntax.Expression]:
        """What each expression stands in, by its identity, here and in neighbours."""
        parents: dict[int, syntax.Expression] = {}
        for statement, _ in (*self.index.statements, *self.index.around):
            pending = list(syntax.expressions(statement))
            while pending:
                node = pending.pop()
                inner = list(syntax.children(node))
                parents.update((id(each), node) for each in inner)
                pending += inner
        return parents

    # Whose requests go through it --------------------------------------------------------------------------------------

    def _held(self, is_it: Callable[[Thing], bool]) -> tuple[Request, ...]:
        """Give the requests of clients in which a thing is, and the clients themselves for what they fix."""
        self._asked += 1
        if self._asked > _QUESTIONS:
            return ()
        sending = (
            request
            for call, site, request in (*self._own, *self.around)
            if any(_holds(each, is_it) for node in _concerned(call) for each in self.evaluator.things(node, site))
        )
        return tuple(dict.fromkeys((*sending, *self._making(is_it))))

    def _making(self, is_it: Callable[[Thing], bool]) -> Iterator[Request]:
        names = {name.rpartition(".")[2] for name in self.library.clients}
        calls = (pair for name in sorted(names) for pair in self.index.calls.get(name, ()))
        for call, site in islice(calls, _MOST):
            for thing in self.evaluator.things(call, site):
                if isinstance(thing, Object) and thing.type in self.library.clients and thing.attributes and _holds(thing, is_it):
                    yield self._requests.from_client(thing, call, site.scope.context)

    def _registered(self, node: syntax.Expression, site: Site) -> Iterator[Request]:
        """Give what a call registers a client for: its name, where it goes, and the requests of its class."""
        if not isinstance(node, syntax.Call) or last_name(node.function) not in self.library.failures.registering:
            return
        names: list[str] = []
        urls: list[Value] = []
        for argument in node.arguments:
            if isinstance(argument.value, syntax.Str):
                names.append(argument.value.text)
            if isinstance(argument.value, syntax.Lambda):
                urls += self._bases(argument.value)
            for thing in self.evaluator.things(argument.value, site):
                if isinstance(thing, Local) and thing.scope.kind == "class":
                    yield from (request for _, where, request in (*self._own, *self.around) if where.scope.owner is thing.scope)
            names.append(last_name(argument.value))
        yield Request(node.span, tuple(urls), context=(*site.scope.context, *filter(None, names)))

    def _bases(self, block: syntax.Lambda) -> Iterator[Value]:
        """Give the URLs that a function without a name sets: `client => client.BaseAddress = new Uri("https://...")`."""
        for statement, site in (*self.index.statements, *self.index.around):
            if site.scope.node is not block:
                continue
            pairs = [(statement.target, statement.value)] if isinstance(statement, syntax.Assign) else []
            for each in syntax.expressions(statement):
                pairs += [(each.target, each.value)] if isinstance(each, syntax.Assigned) else []
            for target, value in pairs:
                if self.library.keywords.get(last_name(target)) in {"url", "base"}:
                    yield from self.evaluator.values(value, site)


def _concerned(call: syntax.Call) -> Iterator[syntax.Expression]:
    """Give what a call is a method of, and what it is told besides of whom it asks: `fetch(url, { dispatcher })`."""
    yield call.function.owner if isinstance(call.function, syntax.Attribute) else call.function
    yield from (argument.value for argument in call.arguments if not isinstance(argument.value, syntax.Str | syntax.Join))


def _holds(thing: Thing, is_it: Callable[[Thing], bool], depth: int = 0) -> bool:
    """Tell whether something is in a thing, or is the thing itself."""
    if is_it(thing):
        return True
    if depth > _DEEPEST:
        return False
    inner: Iterable[Thing] = ()
    match thing:
        case Object():
            inner = (each for things in (*thing.attributes.values(), *thing.positional) for each in things)
        case Mapping():
            inner = (each for item in thing.items for each in item.things)
        case Sequence():
            inner = (each for things in thing.items for each in things)
    return any(_holds(each, is_it, depth + 1) for each in inner)
