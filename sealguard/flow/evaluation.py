"""What is asked of every evaluation: what an expression can be, remembered, bounded, and safe from cycles."""

from __future__ import annotations

import abc
import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Text, Value
from sealguard.flow import configured
from sealguard.flow.domain import (
    Mapping,
    Sequence,
    as_value,
    bounded,
    unknown,
)
from sealguard.flow.scopes import is_callable, last_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.flow.domain import Things
    from sealguard.flow.index import Index
    from sealguard.flow.scopes import Bind, Scope, Site
    from sealguard.model import Span

_STEPS: Final = 60_000
"""How many expressions are evaluated for one file; hostile code multiplies alternatives."""
_DEEPEST: Final = 60


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Names that have a value of their own for one evaluation: the arguments of the call that is followed."""

    scope: Scope
    names: dict[str, Things]
    outer: Frame | None
    depth: int = 1
    caller: tuple[syntax.Call, Site] | None = None
    """The call whose arguments these are."""
    listed: bool = False
    """Whether the names are a comprehension's, whose values are written where its list is."""
    serial: int = field(default_factory=itertools.count(1).__next__)
    """Tells frames apart, also ones that are gone."""

    def get(self, scope: Scope, name: str) -> Things | None:
        """Give what `name` of `scope` is, if this call or one around it says so."""
        frame: Frame | None = self
        while frame is not None:
            if frame.scope is scope and name in frame.names:
                return frame.names[name]
            frame = frame.outer
        return None


class Evaluation(abc.ABC):
    """The entry points of an evaluator; `_evaluate` is what a subclass knows of each form."""

    def __init__(self, index: Index) -> None:
        """Prepare to evaluate the expressions of the program that `index` was made of."""
        self.index = index
        self.library = index.library
        self._steps = 0
        self._active: set[tuple[int, int]] = set()
        self._cut = 0
        self._memo: dict[tuple[int, int], Things] = {}
        self._nodes: dict[int, syntax.Expression] = {}
        """Every node that a result is remembered for: one that is made for a single question must not leave its identity to another."""
        self._sections: dict[int, str] = {}
        """What section of the configuration classes turned out to be filled from."""
        self._decorated: dict[int, list[tuple[syntax.Call, Site]]] | None = None
        """The decorators that are a function, or that it gives, by its scope's identity, once they were looked for."""
        self._rough: dict[tuple[int, int], Things] = {}
        """Results that hold for the evaluation under way alone: inside a cycle that was cut, or for one call's arguments."""
        self._spelling: list[Scope] = []
        """The methods that are asked how an object is spelled: one may spell the object itself."""

    def things(self, node: syntax.Expression, site: Site, frame: Frame | None = None) -> Things:
        """Give what an expression can be; never empty."""
        key = (id(node), frame.serial if frame is not None else 0)
        known = self._memo.get(key) if frame is None else None
        if known is None:
            known = self._rough.get(key)
        if known is not None:
            return known
        self._steps += 1
        if key in self._active or self._steps > _STEPS or len(self._active) > _DEEPEST:
            self._cut += 1
            return (unknown(node.span, last_name(node)),)
        self._active.add(key)
        self._nodes[id(node)] = node
        cut = self._cut
        try:
            result = bounded(self._evaluate(node, site, frame)) or (unknown(node.span, last_name(node)),)
        finally:
            self._active.discard(key)
        if not self._active:
            self._rough.clear()
        if frame is None and (cut == self._cut or not self._active):
            self._memo[key] = result
        else:
            self._rough[key] = result
        return result

    @property
    def tired(self) -> bool:
        """Whether so much was evaluated that lists are no longer taken item by item: what is left goes to the rest of the program."""
        return self._steps > _STEPS // 6

    @property
    def exhausted(self) -> bool:
        """Whether the program was too much, so that some values were not followed."""
        return self._steps > _STEPS

    def values(self, node: syntax.Expression, site: Site, frame: Frame | None = None) -> tuple[Value, ...]:
        """Give what an expression can be as a string."""
        return self.strings(self.things(node, site, frame), node.span)

    def strings(self, things: Things, span: Span) -> tuple[Value, ...]:
        """Turn anything into strings, as interpolation would."""
        return tuple(dict.fromkeys(as_value(thing, span) for thing in things))

    def text(self, node: syntax.Expression | None, site: Site, frame: Frame | None = None) -> str | None:
        """Give the one text that an expression is known to be, or `None`."""
        if node is None:
            return None
        return next((value.text for value in self.values(node, site, frame) if value.text is not None), None)

    def said_under(self, key: str) -> Things:
        """Give what the configuration says under a key of the program's settings."""
        return configured.said_under(self, key) if self.index.is_configured else ()

    def injected(self, own: str, name: str) -> Things:
        """Give what a container of services gives a parameter of a class's constructor."""
        return tuple(thing for each in self.index.settings.injected(own, name) for thing in configured.resolved(self, each))

    def variable(self, name: str) -> Things:
        """Give what the files beside the program make an environment variable, as far as they are its own and spell it out."""
        said = (thing for each in self.index.settings.variable(name) for thing in self.things(each.value, each.site))
        return bounded(thing for thing in said if not isinstance(thing, Value) or thing.texts)

    def qualified(self, node: syntax.Expression, site: Site) -> str | None:
        """Give the dotted name of something imported or built in, as its home calls it; `None` for a thing of this file."""
        match node:
            case syntax.Name():
                home = site.scope.lookup(node.id, called=node.called)
                if home is None:
                    return node.id
                bind = next(each for each in reversed(home.binds[node.id]) if not node.called or is_callable(each))
                if isinstance(bind.value, syntax.Import):
                    return bind.value.module if bind.value.name is None else f"{bind.value.module}.{bind.value.name}"
                return None
            case syntax.Attribute():
                owner = self.qualified(node.owner, site)
                return f"{owner}.{node.name}" if owner is not None else None
            case syntax.Call() if self.library.bare and not node.arguments:
                return self.qualified(node.function, site)
        return None

    def constant(self, node: syntax.Expression, site: Site) -> str | None:
        """Give the text of a constant that a library declares: `HttpHeaders.AUTHORIZATION`."""
        if not self.library.constants or not isinstance(node, syntax.Attribute):
            return None
        qualified = self.qualified(node, site)
        return self.library.constants.get(".".join(qualified.split(".")[-2:])) if qualified else None

    def join(self, parts: Iterable[Things], span: Span) -> Things:
        """Concatenate: strings to a string, lists to a list."""
        choices = list(parts)
        if choices and all(isinstance(things[0], Sequence) for things in choices):
            lists = [thing for things in choices for thing in things[:1] if isinstance(thing, Sequence)]
            items = tuple(itertools.chain.from_iterable(each.items for each in lists))
            return (Sequence(items, all(each.complete for each in lists), span),)
        strings = [self.strings(things, span) for things in choices]
        combined = itertools.islice(itertools.product(*strings), 2 * len(strings) + 8)
        return bounded(Value(tuple(itertools.chain.from_iterable(value.parts for value in combination)), span) for combination in combined)

    def merge(self, left: Things, right: Things, span: Span) -> Things:
        """Put the second map over the first."""
        for one, other in itertools.product(left, right):
            if isinstance(one, Mapping) and isinstance(other, Mapping):
                return (one.merged(other),)
            for known in (one, other):
                if isinstance(known, Mapping):
                    return (Mapping(known.items, complete=False, span=span),)
        return ()

    def join_paths(self, left: Things, right: Things, span: Span) -> Things:
        """Join two strings with exactly one slash between them."""
        slash = Text("/", span, verbatim=False)
        joined: list[Value] = []
        for base, path in itertools.product(self.strings(left, span), self.strings(right, span)):
            first = base.cut(0, len(base.shape) - 1) if base.shape.endswith("/") else base
            last = path.cut(1) if path.shape.startswith("/") else path
            joined.append(Value((*first.parts, slash, *last.parts), span))
        return bounded(joined)

    @abc.abstractmethod
    def _bound(self, binds: Iterable[Bind], site: Site | None, frame: Frame | None) -> Things:
        """Give what a name with these bindings can be at a place, or at the end where there is none."""

    @abc.abstractmethod
    def _evaluate(self, node: syntax.Expression, site: Site, frame: Frame | None) -> Things:
        """Give what an expression can be, without remembering it; empty where that cannot be told."""
