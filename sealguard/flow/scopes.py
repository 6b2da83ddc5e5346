"""Where names are bound: scopes, what a name can stand for at a place, and what code spells.

One pass over the program, before anything is evaluated. A *path* is a name with attributes behind it, as code spells
it: `session.headers`; inside a class, `self.session.headers` is the path `session.headers` of the class's scope.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sealguard import syntax

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.model import Span


@dataclass(frozen=True, slots=True, eq=False)
class Bind:
    """One way in which a path gets a value."""

    scope: Scope
    """Where the value's expression stands."""
    value: syntax.Expression | syntax.Parameter | syntax.Import | Scope | None
    """`None`: it is bound to something that is not followed (a loop's variable, an exception)."""
    block: tuple[int, ...]
    span: Span
    element: bool = False
    """Whether the value is the things that are in `value`, not `value` itself: a loop's variable."""
    position: int | None = None
    """Which of them, where several names are bound at once: `user, token = pair`."""
    augmented: bool = False
    earlier: Bind | None = None
    """Of an augmented one: the binding that it adds to."""

    @property
    def site(self) -> Site:
        """Where the value is evaluated."""
        return Site(self.scope, self.block, self.span.start)


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Something put into a map that a path stands for: `headers[key] = value`, `headers.update(value)` (no key)."""

    scope: Scope
    key: syntax.Expression | None
    value: syntax.Expression
    block: tuple[int, ...]
    span: Span
    attribute: bool = False
    """Whether it is spelled as an attribute that is set, and so may be one of an object."""


@dataclass(slots=True, eq=False)
class Scope:
    """The file, a class or a function."""

    kind: str
    """`module`, `class` or `function`."""
    name: str
    parent: Scope | None
    node: syntax.Program | syntax.Class | syntax.Function | syntax.Lambda
    binds: dict[str, list[Bind]] = field(default_factory=dict)
    changes: dict[str, list[Change]] = field(default_factory=dict)
    handed: dict[str, list[tuple[syntax.Call, Site]]] = field(default_factory=dict)
    """Calls that a path is an argument of: they may change what it stands for."""
    applied: dict[str, list[tuple[syntax.Call, Site]]] = field(default_factory=dict)
    """Calls of methods that add to the request or client that a path stands for."""
    returns: list[tuple[syntax.Expression, tuple[int, ...]]] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    """Of a class: the fields declared in its body, in order."""
    tags: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Of a class: what data calls its fields, by the name of the field: the format, and the name in it."""
    block: tuple[int, ...] = ()
    receiver: str = ""
    """Of a method: what it calls the object (`self`, `cls`)."""
    declared: set[str] = field(default_factory=set)
    """Names that are declared here and given a value elsewhere."""
    types: dict[str, str] = field(default_factory=dict)
    """The types that names are declared with."""
    implicit: bool = False
    """Of a class: whether its methods see its members by their names alone."""

    @property
    def context(self) -> tuple[str, ...]:
        """The names of the scopes around, outermost first, its own included."""
        outer = self.parent.context if self.parent is not None else ()
        return (*outer, self.name) if self.name else outer

    @property
    def module(self) -> Scope:
        """The file around."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    @property
    def owner(self) -> Scope | None:
        """The class around, for what stands in a method or in a function inside one."""
        scope: Scope | None = self
        while scope is not None and scope.kind != "class":
            scope = scope.parent
        return scope

    @property
    def method(self) -> Scope | None:
        """The method around, for what stands in one or in a function inside one."""
        scope: Scope | None = self
        while scope is not None and not scope.receiver:
            scope = scope.parent
        return scope

    @property
    def function(self) -> Scope | None:
        """The function around that has parameters of its own or an object it belongs to."""
        scope: Scope | None = self
        while scope is not None and not (scope.kind == "function" and (scope.receiver or scope.parameters)):
            scope = scope.parent
        return scope

    @property
    def parameters(self) -> tuple[syntax.Parameter, ...]:
        """The parameters of a function, its receiver left out."""
        if isinstance(self.node, syntax.Function | syntax.Lambda):
            own = self.node.parameters
            return own[1:] if self.receiver and own and own[0].name == self.receiver else own
        return ()

    def lookup(self, name: str, *, called: bool = False) -> Scope | None:
        """Find the scope in which `name` is bound, seen from here; a class's names are not seen from its methods.

        `called`: as a function's name, in a language whose functions and variables do not share names.
        """
        scope: Scope | None = self
        while scope is not None:
            bound = name in scope.binds and (not called or any(is_callable(bind) for bind in scope.binds[name]))
            if bound and (scope.kind != "class" or scope is self or scope.implicit):
                return scope
            scope = scope.parent
        return None

    def declare(self, name: str) -> None:
        """Note a name that is declared here and given no value."""
        self.declared.add(name)
        if self.kind == "class":
            self.fields.append(name)

    def home(self, name: str) -> Scope:
        """Find the scope in which an assignment that declares nothing, made here, binds `name`."""
        scope: Scope | None = self
        while scope is not None:
            seen = scope.kind != "class" or scope is self or scope.implicit
            if seen and (name in scope.binds or name in scope.declared):
                return scope
            scope = scope.parent
        return self


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A place in the program: which scope, and in which block of it."""

    scope: Scope
    block: tuple[int, ...]
    offset: int


def own_calls(block: syntax.Expression, owner: syntax.Expression) -> Iterator[syntax.Call]:
    """Give the calls in a block that are calls of the methods of what it is a block of: of nothing that is named, or of `it`."""
    if not isinstance(block, syntax.Lambda):
        return
    for statement in block.body:
        value = statement.value if isinstance(statement, syntax.Evaluate | syntax.Return) else None
        match value:
            case syntax.Call(function=syntax.Name(id=name)):
                yield syntax.Call(value.span, syntax.Attribute(value.span, owner, name), value.arguments)
            case syntax.Call(function=syntax.Attribute(owner=syntax.Name(id="it" | "this"), name=name)):
                yield syntax.Call(value.span, syntax.Attribute(value.span, owner, name), value.arguments)


def is_callable(bind: Bind) -> bool:
    """Tell whether a name is bound to a function or class, or to what is imported."""
    return isinstance(bind.value, Scope | syntax.Import)


def reaching(binds: Sequence[Bind], site: Site | None) -> Iterator[Bind]:
    """Give the bindings that can hold at a place, the nearest first.

    In the same scope, those before the place count, back to the first that is sure to be passed on the way; seen from
    another scope, all that could have run by then count: the last sure one and every one after it.
    """
    before = [bind for bind in binds if site is None or bind.scope is not site.scope or bind.span.start < site.offset] or list(binds)
    here = site.block if site is not None else ()
    for bind in sorted(before, key=lambda each: -each.span.start):
        yield bind
        same = site is not None and bind.scope is site.scope
        sure = here[: len(bind.block)] == bind.block if same else len(bind.block) <= len(bind.scope.block)
        # What is added to the value before holds that one, too.
        if sure and (same or bind.scope.kind != "function"):
            return


def spelled(node: syntax.Expression) -> str:
    """Give a chain of names as code spells it, calls and keys in it left out."""
    names: list[str] = []
    while isinstance(node, syntax.Attribute | syntax.Call | syntax.Index):
        if isinstance(node, syntax.Attribute):
            names.append(node.name)
        node = node.function if isinstance(node, syntax.Call) else node.owner
    return ".".join([*([node.id] if isinstance(node, syntax.Name) else []), *reversed(names)])


def last_name(node: syntax.Expression) -> str:
    """Give the last name that an expression spells: `get` of `session.get`, also of `session.get()`."""
    match node:
        case syntax.Attribute():
            return node.name
        case syntax.Name():
            return node.id
        case syntax.Call():
            return last_name(node.function)
    return ""


def names_in(node: syntax.Expression) -> Iterator[str]:
    """Give the names that a chain of attributes and calls spells."""
    while isinstance(node, syntax.Attribute | syntax.Call | syntax.Index):
        if isinstance(node, syntax.Attribute):
            yield node.name
        node = node.function if isinstance(node, syntax.Call) else node.owner


def arguments_of(call: syntax.Call, parameters: Sequence[syntax.Parameter]) -> dict[str, syntax.Expression]:
    """Give what a call gives a function of these parameters by position or name, as far as it spells that out."""
    positional = [each.value for each in call.arguments if each.name is None and not each.spread]
    by_position = {each.name: value for each, value in zip(parameters, positional, strict=False)}
    return by_position | {each.name: each.value for each in call.arguments if each.name is not None}
