"""Follows values: what each expression of a program can be, without running any of it."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Text, Value
from sealguard.flow.domain import (
    MOST,
    Foreign,
    Item,
    Local,
    Mapping,
    Object,
    Scalar,
    Sequence,
    as_value,
    bounded,
    interpolated,
    marked,
    named,
    optional,
    placed,
    unknown,
)
from sealguard.flow.effects import apply_effect
from sealguard.flow.scopes import Bind, Index, Scope, Site, reaching

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.flow.domain import Thing, Things
    from sealguard.model import Span

_STEPS: Final = 60_000
"""How many expressions are evaluated for one file; hostile code multiplies alternatives."""
_DEEPEST: Final = 60
_CALLS: Final = 3
"""How deeply calls are followed with their own arguments; below that, with those of all callers."""
_CALLERS: Final = 12
_FRAMES: Final = 24
"""In how many ways a function is called are looked at, one by one."""
_ITEMS: Final = 200
"""How many items of a list a comprehension is evaluated for, one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Names that have a value of their own for one evaluation: the arguments of the call that is followed."""

    scope: Scope
    names: dict[str, Things]
    outer: Frame | None
    depth: int = 1
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


class Evaluator:
    """Evaluates the expressions of one program."""

    def __init__(self, index: Index) -> None:
        """Prepare to evaluate the expressions of the program that `index` was made of."""
        self.index = index
        self.library = index.library
        self._steps = 0
        self._active: set[tuple[int, int]] = set()
        self._cut = 0
        self._memo: dict[tuple[int, int], Things] = {}
        self._rough: dict[tuple[int, int], Things] = {}
        """Results that hold for the evaluation under way alone: inside a cycle that was cut, or for one call's arguments."""

    # Entry points ------------------------------------------------------------------------------------------------------

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
            return (unknown(node.span, *_spelled(node)),)
        self._active.add(key)
        cut = self._cut
        try:
            result = bounded(self._evaluate(node, site, frame)) or (unknown(node.span, *_spelled(node)),)
        finally:
            self._active.discard(key)
        if not self._active:
            self._rough.clear()
        if frame is None and (cut == self._cut or not self._active):
            self._memo[key] = result
        else:
            self._rough[key] = result
        return result

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

    # Expressions -------------------------------------------------------------------------------------------------------

    def _evaluate(self, node: syntax.Expression, site: Site, frame: Frame | None) -> Things:  # noqa: PLR0911 - one arm a form
        match node:
            case syntax.Str():
                return (Value((Text(node.text, node.content, node.verbatim, "" if node.verbatim else "escape", node.binary),), node.span),)
            case syntax.Const():
                return (Scalar(node.value, node.span),)
            case syntax.Name():
                return self._name(node, site, frame)
            case syntax.Attribute():
                return self._attribute(node, site, frame)
            case syntax.Index():
                return self._index(node, site, frame)
            case syntax.Slice():
                return self._slice(node, site, frame)
            case syntax.Join():
                return self.join([self._piece(part, node, site, frame) for part in node.parts], node.span)
            case syntax.Format():
                subject = self.things(node.template, site, frame)
                return apply_effect(self, node.style, subject, node.arguments, node.span, site, frame)
            case syntax.Call():
                return self._call(node, site, frame)
            case syntax.Map():
                return (self._map(node, site, frame),)
            case syntax.Seq():
                return (Sequence(tuple(self.things(item, site, frame) for item in node.items), complete=True, span=node.span),)
            case syntax.Each():
                return (self._each(node, site, frame),)
            case syntax.Choice():
                return self._choice(node, site, frame)
            case syntax.Assigned():
                return self.things(node.value, site, frame)
            case syntax.Operation():
                return self._operation(node, site, frame)
            case syntax.Lambda():
                return (Local(self.index.lambdas[id(node)], node.span),)
        return ()

    def _piece(self, part: syntax.Expression, node: syntax.Join, site: Site, frame: Frame | None) -> Things:
        things = self.things(part, site, frame)
        if isinstance(part, syntax.Str) or any(isinstance(thing, Sequence) for thing in things):
            return things
        strings = tuple(placed(value, part.span) for value in self.strings(things, part.span))
        return tuple(map(interpolated, strings)) if node.filled else strings

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

    def _choice(self, node: syntax.Choice, site: Site, frame: Frame | None) -> Things:
        found: list[Thing] = []
        for option in node.options:
            for thing in self.things(option, site, frame):
                if isinstance(thing, Scalar) and thing.value in (None, False):
                    continue
                found.append(optional(thing, "choice"))
        return bounded(found)

    def _operation(self, node: syntax.Operation, site: Site, frame: Frame | None) -> Things:
        match node.operator, node.operands:
            case "|", (left, right):
                return self._merge(self.things(left, site, frame), self.things(right, site, frame), node.span)
            case "/", (left, right):
                return self.join_paths(self.things(left, site, frame), self.things(right, site, frame), node.span)
            case "and", (_, right):
                return self.things(right, site, frame)
            case "*", (left, right):
                match self.things(left, site, frame), self.things(right, site, frame):
                    case (Value(text=str(text)) as value, *_), (Scalar(value=int(times)), *_) if 0 <= times <= 256:  # noqa: PLR2004 - longer is no token
                        return (Value((Text(text * times, value.span, verbatim=False),), node.span),)
        return ()

    def _merge(self, left: Things, right: Things, span: Span) -> Things:
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

    def _map(self, node: syntax.Map, site: Site, frame: Frame | None) -> Mapping:
        result = Mapping((), complete=True, span=node.span)
        for entry in node.entries:
            things = self.things(entry.value, site, frame)
            if entry.key is None:
                spread = next((thing for thing in things if isinstance(thing, Mapping)), None)
                result = result.merged(spread if spread is not None else Mapping((), complete=False, span=node.span))
            else:
                key = self.values(entry.key, site, frame)[0]
                item = Item(key, things, entry.value.span, site.scope.context)
                result = result.merged(Mapping((item,), complete=key.text is not None, span=node.span))
        return result

    def _each(self, node: syntax.Each, site: Site, frame: Frame | None) -> Sequence:
        source = next((thing for thing in self.things(node.head, site, frame) if isinstance(thing, Sequence)), None)
        if source is not None and source.complete and isinstance(node.target, syntax.Name) and len(source.items) <= _ITEMS:
            name = node.target.id
            items = tuple(self.things(node.element, site, Frame(site.scope, {name: item}, frame)) for item in source.items)
            return Sequence(items, complete=True, span=node.span)
        return Sequence((self.things(node.element, site, frame),), complete=False, span=node.span)

    # Names and attributes ----------------------------------------------------------------------------------------------

    def _name(self, node: syntax.Name, site: Site, frame: Frame | None) -> Things:
        method = site.scope.method
        if method is not None and node.id == method.receiver and method.owner is not None:
            given = frame.get(method, node.id) if frame is not None else None
            return given or (Object(method.owner.name, node.span, own=method.owner),)
        home = site.scope.lookup(node.id)
        if home is None:
            return (Foreign(node.id, node.span),)
        if frame is not None and (given := frame.get(home, node.id)) is not None:
            found = given
        else:
            found = self._bound(home.binds[node.id], site, frame)
        return tuple(self._changed(named(thing, node.id), home, node.id, site, frame) for thing in found)

    def _bound(self, binds: Iterable[Bind], site: Site | None, frame: Frame | None) -> Things:
        found: list[Thing] = []
        for bind in itertools.islice(reaching(list(binds), site), MOST):
            found.extend(self._bind(bind, frame))
        return bounded(found)

    def _bind(self, bind: Bind, frame: Frame | None) -> Things:
        match bind.value:
            case None:
                return (unknown(bind.span),)
            case Scope() as scope:
                return (Local(scope, bind.span),)
            case syntax.Import() as imported:
                path = imported.module if imported.name is None else f"{imported.module}.{imported.name}"
                return (Foreign(path, bind.span),)
            case syntax.Parameter() as parameter:
                return self._parameter(parameter, bind.scope, frame)
        things = self.things(bind.value, Site(bind.scope, bind.block, bind.span.start), frame)
        if bind.augmented:
            return self._augmented(bind, things, frame)
        if not bind.element and bind.position is None:
            return things
        return self._taken(things, bind)

    def _augmented(self, bind: Bind, things: Things, frame: Frame | None) -> Things:
        """Give what `target += value` leaves: what the one binding before it gave, and the value behind it."""
        earlier = bind.earlier
        key = (id(bind), frame.serial if frame is not None else 0)
        if earlier is None or key in self._active:
            before: Things = (unknown(bind.span),)
        else:
            self._active.add(key)
            before = self._bind(earlier, frame)
            self._active.discard(key)
        if any(isinstance(thing, Mapping) for thing in things):
            return self._merge(before, things, bind.span)
        return self.join([before, things], bind.span)

    def _taken(self, things: Things, bind: Bind) -> Things:
        found: list[Thing] = []
        for thing in things:
            if not isinstance(thing, Sequence):
                continue
            rows = thing.items if bind.element else (things,)
            for row in rows:
                if bind.position is None:
                    found.extend(row)
                else:
                    found.extend(
                        each
                        for inner in row
                        if isinstance(inner, Sequence) and bind.position < len(inner.items)
                        for each in inner.items[bind.position]
                    )
        return bounded(found) or (unknown(bind.span),)

    def _parameter(self, parameter: syntax.Parameter, scope: Scope, frame: Frame | None) -> Things:
        if frame is not None and (given := frame.get(scope, parameter.name)) is not None:
            return given
        if parameter.spread:
            empty = () if parameter.spread == "list" else None
            return (unknown(parameter.span, parameter.name),) if empty is None else (Sequence((), complete=False, span=parameter.span),)
        found: list[Thing] = []
        missing = True
        for call, site in self.callers(scope):
            missing = False
            given = self._argument(call, scope, parameter.name, site)
            found.extend(given if given is not None else ())
            missing = missing or given is None
        found.extend(self._options(parameter.name, scope))
        if parameter.default is not None:
            default = self.things(
                parameter.default, Site(scope.parent or scope, scope.block, scope.node.body[0].span.start if scope.node.body else 0)
            )
            found.extend(optional(thing, "default") for thing in default if not (isinstance(thing, Scalar) and thing.value is None))
        if missing:
            found.append(unknown(parameter.span, parameter.name, kind=Kind.PARAMETER))
        return bounded(found)

    def _options(self, name: str, scope: Scope | None) -> Things:
        """Give what an option of the command line is when nobody gives it; `scope` takes it as a parameter, or it is looked up."""
        found: list[Thing] = []
        for call, site in self.index.options.get(name, ()):
            if scope is None or (isinstance(scope.node, syntax.Function) and call in scope.node.decorators):
                default = next((argument.value for argument in call.arguments if argument.name == "default"), None)
                if default is not None:
                    things = self.things(default, site)
                    found.extend(optional(thing, "default") for thing in things if not (isinstance(thing, Scalar) and thing.value is None))
        return tuple(found)

    def callers(self, scope: Scope) -> list[tuple[syntax.Call, Site]]:
        """Give the calls of this file that can call a function: by its name, or by its class's where it is the constructor."""
        name = scope.name
        if name in {"__init__", "__new__", "constructor", "initialize", "__construct"} and scope.owner is not None:
            names = [scope.owner.name, *(each.name for each in self.index.subclasses(scope.owner))]
            return [call for each in names for call in self.index.calls.get(each, [])][:_CALLERS]
        found = self.index.calls.get(name, []) if name else []
        return [(call, site) for call, site in found[: 8 * _CALLERS] if self._can_call(call, site, scope)][:_CALLERS]

    def _can_call(self, call: syntax.Call, site: Site, scope: Scope) -> bool:
        function = call.function
        if isinstance(function, syntax.Name):
            home = site.scope.lookup(function.id)
            return home is not None and any(bind.value is scope for bind in home.binds[function.id])
        if not isinstance(function, syntax.Attribute):
            return False
        owner = scope.owner
        if owner is None or scope.parent is not owner:
            return False
        if self.qualified(function, site) is not None:
            return False
        things = self.things(function.owner, site)
        known = [each for thing in things if (each := _class_of(thing)) is not None]
        if known:
            return any(each is owner or owner in self.index.bases(each) or each in self.index.bases(owner) for each in known)
        # An object of which nothing is known: a name as common as `get` says nothing.
        return (
            any(isinstance(thing, Value) for thing in things)
            and scope.name not in self.library.verbs
            and scope.name not in self.library.methods
        )

    def frames(self, scope: Scope, depth: int = 0) -> list[Frame | None]:
        """Give the ways in which a function of this file is called, each with its arguments; `[None]` where none is seen."""
        function = scope.function
        if function is None or depth == _CALLS:
            return [None]
        found: list[Frame | None] = []
        for call, site in self.callers(function):
            for outer in self.frames(site.scope, depth + 1):
                names = self._with_defaults(self.arguments(call.arguments, function.parameters, site, outer), function, call.span)
                receivers = self._receivers(call, function, site, outer)
                found.extend(Frame(function, names | receiver, outer, depth + 1) for receiver in receivers)
        if not found and function.receiver and function.owner is not None:
            heirs = [
                Object(each.name, each.node.span, own=each)
                for each in self.index.subclasses(function.owner)
                if isinstance(each.node, syntax.Class)
            ]
            found.extend(Frame(function, {function.receiver: (heir,)}, None) for heir in heirs)
        return found[:_FRAMES] or [None]

    def _receivers(self, call: syntax.Call, function: Scope, site: Site, frame: Frame | None) -> list[dict[str, Things]]:
        """Give the objects on which a call can call a method, one by one: what each of them holds belongs together."""
        if not function.receiver or not isinstance(call.function, syntax.Attribute):
            return [{}]
        objects = [thing for thing in self.things(call.function.owner, site, frame) if isinstance(thing, Object)]
        return [{function.receiver: (each,)} for each in objects] or [{}]

    def _with_defaults(self, names: dict[str, Things], scope: Scope, span: Span) -> dict[str, Things]:
        """Add the defaults of the parameters that a call leaves out."""
        for parameter in scope.parameters:
            if parameter.name not in names and parameter.default is not None:
                default = self.things(parameter.default, Site(scope.parent or scope, scope.block, span.start))
                names[parameter.name] = tuple(optional(thing, "default") for thing in default)
        return names

    def _argument(self, call: syntax.Call, scope: Scope, name: str, site: Site) -> Things | None:
        return self.arguments(call.arguments, scope.parameters, site, None).get(name)

    def arguments(
        self, given: Iterable[syntax.Argument], parameters: tuple[syntax.Parameter, ...], site: Site, frame: Frame | None
    ) -> dict[str, Things]:
        """Match arguments with parameters, as far as can be seen."""
        found: dict[str, Things] = {}
        positional = [parameter.name for parameter in parameters if not parameter.spread]
        for argument in given:
            if argument.spread == "map":
                for thing in self.things(argument.value, site, frame):
                    if isinstance(thing, Mapping):
                        found |= {item.key.text: item.things for item in thing.items if item.key.text is not None}
            elif argument.name is not None:
                found[argument.name] = self.things(argument.value, site, frame)
            elif argument.spread:
                positional = []
            elif positional:
                found[positional.pop(0)] = self.things(argument.value, site, frame)
        return found

    def _changed(self, thing: Thing, home: Scope, path: str, site: Site, frame: Frame | None) -> Thing:
        """Add what was put into a map, or set on an object, after it was made."""
        if isinstance(thing, Mapping | Value):
            changes = self._changes(home, path, site, frame)
            if not changes:
                return thing
            if isinstance(thing, Mapping):
                return thing.merged(Mapping(tuple(changes), complete=True, span=thing.span))
            if thing.text is None:
                return Mapping(tuple(changes), complete=False, span=thing.span)
            return thing
        if isinstance(thing, Object) and thing.own is None:
            return self._set(thing, home, path, site, frame)
        return thing

    def _changes(self, home: Scope, path: str, site: Site, frame: Frame | None) -> list[Item]:
        items: list[Item] = []
        for change in home.changes.get(path, ()):
            if change.scope is site.scope and change.span.start >= site.offset:
                continue
            there = Site(change.scope, change.block, change.span.start)
            things = self.things(change.value, there, frame)
            if change.key is not None:
                items.append(Item(self.values(change.key, there, frame)[0], things, change.value.span, change.scope.context))
            else:
                items.extend(item for thing in things if isinstance(thing, Mapping) for item in thing.items)
        return items

    def _set(self, thing: Object, home: Scope, path: str, site: Site, frame: Frame | None) -> Object:
        attributes = dict(thing.attributes)
        start = f"{path}."
        for name, binds in home.binds.items():
            if name.startswith(start) and "." not in (attribute := name[len(start) :]):
                seen = [bind for bind in binds if bind.scope is not site.scope or bind.span.start < site.offset]
                if seen:
                    attributes[attribute] = self._bound(seen, None, frame)
        for name in home.changes:
            if name.startswith(start) and "." not in (attribute := name[len(start) :]):
                items = tuple(self._changes(home, name, site, frame))
                base = next((each for each in attributes.get(attribute, ()) if isinstance(each, Mapping)), None)
                added = Mapping(items, complete=True, span=thing.span)
                attributes[attribute] = (base.merged(added) if base is not None else added,)
        for change in home.changes.get(path, ()):
            # A method of the object itself that takes a name and a value: `request.add_header(name, value)`.
            if change.scope is not site.scope or change.span.start < site.offset:
                base = next(
                    (each for each in attributes.get("headers", ()) if isinstance(each, Mapping)),
                    Mapping((), complete=True, span=thing.span),
                )
                added = Mapping(tuple(self._changes(home, path, site, frame)), complete=True, span=thing.span)
                attributes["headers"] = (base.merged(added),)
                break
        return replace(thing, attributes=attributes)

    def _attribute(self, node: syntax.Attribute, site: Site, frame: Frame | None) -> Things:
        found = self.index.path(node, site.scope)
        if found is not None and not self._is_given(node, site, frame):
            home, path = found
            if path in home.binds:
                things = self._bound(home.binds[path], site, frame)
                return tuple(
                    self._changed(named(thing, node.name), home, path, site, frame)
                    for thing in self._called_properties(things, site, frame)
                )
        result: list[Thing] = []
        for owner in self.things(node.owner, site, frame):
            for thing in self.attribute(owner, node.name, node.span, site, frame):
                changed = self._changed(thing, *found, site, frame) if found is not None else thing
                result.append(changed)
        return bounded(result)

    def _is_given(self, node: syntax.Attribute, site: Site, frame: Frame | None) -> bool:
        """Tell whether the object that a path begins at is one that this call says: a subclass's, say."""
        owner: syntax.Expression = node
        while isinstance(owner, syntax.Attribute):
            owner = owner.owner
        method = site.scope.method
        return frame is not None and isinstance(owner, syntax.Name) and method is not None and frame.get(method, owner.id) is not None

    def _called_properties(self, things: Things, site: Site, frame: Frame | None) -> Things:
        found: list[Thing] = []
        for thing in things:
            node = thing.scope.node if isinstance(thing, Local) else None
            if isinstance(node, syntax.Function) and any("property" in "".join(_spelled(each)) for each in node.decorators):
                found.extend(self.returned(thing, (), node.span, site, frame))  # type: ignore[arg-type]  # `node` is set for `Local` alone
            else:
                found.append(thing)
        return tuple(found)

    def attribute(self, owner: Thing, name: str, span: Span, site: Site, frame: Frame | None) -> Things:
        """Give what `owner.name` can be."""
        match owner:
            case Object(own=Scope() as own):
                return self._member(owner, own, name, span, site, frame)
            case Object():
                if name in owner.attributes:
                    return owner.attributes[name]
                if owner.type.endswith(("parse_args", "parse_known_args")) and (defaults := self._options(name, None)):
                    return (unknown(span, name, kind=Kind.PARAMETER), *defaults)
                return (Foreign(f"{owner.type}.{name}", span, owner=owner),)
            case Local(scope=Scope(kind="class") as own):
                return self._member(Object(own.name, span, own=own), own, name, span, site, frame)
            case Foreign():
                return (Foreign(f"{owner.name}.{name}", span, owner=owner.owner),)
            case Mapping() if things := owner.get(name):
                return things
            case Value() if name == "value":  # an enumeration's member
                return (owner,)
            case Value():
                return (_under(owner, name, span),)
        return (unknown(span, name),)

    def _member(self, owner: Object, own: Scope, name: str, span: Span, site: Site, frame: Frame | None) -> Things:
        if name in owner.attributes:
            return owner.attributes[name]
        binds = own.binds.get(name, [])
        found: list[Thing] = []
        if binds:
            things = self._called_properties(self._bound(binds, None, frame), site, frame)
            found.extend(replace(each, owner=owner) if isinstance(each, Local) else each for each in things)
        if name in own.fields and "__init__" not in own.binds:
            for call, there in self.index.calls.get(own.name, [])[:_CALLERS]:
                fields = tuple(syntax.Parameter(each, span) for each in own.fields)
                found.extend(self.arguments(call.arguments, fields, there, frame).get(name, ()))
            if not found:
                found.append(unknown(span, name, kind=Kind.PARAMETER))
        if found:
            return bounded(self._changed(named(thing, name), own, name, site, frame) for thing in found)
        if isinstance(own.node, syntax.Class):
            for base in own.node.bases:
                for thing in self.things(base, Site(own.parent or own, own.block, own.node.span.start), frame):
                    if isinstance(thing, Local) and thing.scope is not own and thing.scope.kind == "class":
                        return self._member(owner, thing.scope, name, span, site, frame)
                    if isinstance(thing, Foreign):
                        inherited = Object(thing.name, span)
                        changed = self._changed(inherited, own, "", site, frame)
                        return (Foreign(f"{thing.name}.{name}", span, owner=changed if isinstance(changed, Object) else inherited),)
        return (unknown(span, name),)

    # Items -------------------------------------------------------------------------------------------------------------

    def _index(self, node: syntax.Index, site: Site, frame: Frame | None) -> Things:
        qualified = self.qualified(node.owner, site)
        effect = self.library.items.get(qualified) if qualified else None
        if effect is not None:
            return apply_effect(self, effect, (), (syntax.Argument(node.key),), node.span, site, frame)
        key = self.things(node.key, site, frame)[0]
        found: list[Thing] = []
        for owner in self.things(node.owner, site, frame):
            match owner, key:
                case Mapping(), Value(text=str(text)):
                    found.extend(owner.get(text) or ((unknown(node.span, text),) if not owner.complete else ()))
                case ((Mapping() | Sequence()), Value(text=None)):
                    held = [item.things for item in owner.items] if isinstance(owner, Mapping) else list(owner.items)
                    found.extend(thing for things in held for thing in things)
                case Sequence(), Scalar(value=int(at)) if -len(owner.items) <= at < len(owner.items):
                    found.extend(owner.items[at])
                case Value(), Value(text=str(text)):
                    found.append(_under(owner, text, node.span))
                case Value(), Scalar(value=int()) if owner.text is None:  # `text.split()[0]`
                    found.append(owner)
                case ((Object() | Foreign()), Value(text=str(text))):
                    found.append(unknown(node.span, f"{_last(owner)}.{text}", kind=Kind.UNKNOWN))
                case ((Object() | Foreign()), _):
                    found.append(unknown(node.span, *_names_of(owner)))
        return bounded(found)

    def _slice(self, node: syntax.Slice, site: Site, frame: Frame | None) -> Things:
        start, stop, step = (self._number(bound, site, frame) for bound in node.bounds)
        found: list[Thing] = []
        for value in self.values(node.owner, site, frame):
            if step == -1:
                parts = tuple(
                    replace(part, text=part.text[::-1], verbatim=False, decoded="reverse") if isinstance(part, Text) else part
                    for part in reversed(value.parts)
                )
                found.append(Value(parts, node.span))
            elif value.text is not None and step is None:
                whole = len(value.text)
                low, high, _ = slice(start, stop).indices(whole)
                found.append(replace(value.cut(low, max(low, high)), span=node.span))
            else:
                found.append(marked(value, "partial"))
        return bounded(found)

    def _number(self, node: syntax.Expression | None, site: Site, frame: Frame | None) -> int | None:
        if node is None:
            return None
        thing = self.things(node, site, frame)[0]
        return thing.value if isinstance(thing, Scalar) and isinstance(thing.value, int) else None

    # Calls -------------------------------------------------------------------------------------------------------------

    def qualified(self, node: syntax.Expression, site: Site) -> str | None:
        """Give the dotted name of something imported or built in, as its home calls it; `None` for a thing of this file."""
        match node:
            case syntax.Name():
                home = site.scope.lookup(node.id)
                if home is None:
                    return node.id
                bind = home.binds[node.id][-1]
                if isinstance(bind.value, syntax.Import):
                    return bind.value.module if bind.value.name is None else f"{bind.value.module}.{bind.value.name}"
                return None
            case syntax.Attribute():
                owner = self.qualified(node.owner, site)
                return f"{owner}.{node.name}" if owner is not None else None
        return None

    def _call(self, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        qualified = self.qualified(node.function, site)
        effect = self.library.calls.get(qualified) if qualified else None
        if effect is not None:
            subject = self.things(node.arguments[0].value, site, frame) if node.arguments else ()
            return apply_effect(self, effect, subject, node.arguments[1:], node.span, site, frame, call=node)
        if isinstance(node.function, syntax.Attribute):
            effect = self.library.methods.get(node.function.name)
            if effect is not None:
                subject = self.things(node.function.owner, site, frame)
                if not any(isinstance(thing, Object) and thing.type in self.library.clients for thing in subject):
                    return apply_effect(self, effect, subject, node.arguments, node.span, site, frame, call=node)
        found: list[Thing] = []
        for callee in self.things(node.function, site, frame):
            found.extend(self.called(callee, node, site, frame))
        return bounded(found)

    def called(self, callee: Thing, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        """Give what calling a thing gives."""
        match callee:
            case Local(scope=Scope(kind="class") as own):
                fields = tuple(syntax.Parameter(each, node.span) for each in own.fields)
                given = {} if "__init__" in own.binds else self.arguments((*callee.preset, *node.arguments), fields, site, frame)
                return (Object(own.name, node.span, attributes=given, own=own),)
            case Local():
                return self.returned(callee, node.arguments, node.span, site, frame)
            case Foreign():
                return (self.made(callee.name, (*callee.preset, *node.arguments), node.span, site, frame),)
            case Value():
                return (unknown(node.span, *(callee.holes[-1].names[-1:] if callee.holes else ()), kind=Kind.CALL),)
        return (unknown(node.span, *_spelled(node.function), kind=Kind.CALL),)

    def made(self, name: str, arguments: Iterable[syntax.Argument], span: Span, site: Site, frame: Frame | None) -> Object:
        """Give the object that a foreign call makes, with what it was given."""
        attributes: dict[str, Things] = {}
        positional: list[Things] = []
        complete = True
        for argument in arguments:
            things = self.things(argument.value, site, frame)
            if argument.name is not None:
                attributes[argument.name] = things
            elif argument.spread == "map":
                known = next((thing for thing in things if isinstance(thing, Mapping)), None)
                complete = complete and known is not None and known.complete
                attributes |= {item.key.text: item.things for item in known.items if item.key.text is not None} if known is not None else {}
            elif argument.spread:
                complete = False
            else:
                positional.append(things)
        return Object(name, span, attributes, tuple(positional), complete=complete)

    def returned(self, callee: Local, given: Iterable[syntax.Argument], span: Span, site: Site, frame: Frame | None) -> Things:
        """Give what a function of this file returns for these arguments."""
        scope = callee.scope
        names = self.arguments((*callee.preset, *given), scope.parameters, site, frame)
        names = self._with_defaults(names, scope, span)
        if scope.receiver and callee.owner is not None:
            names[scope.receiver] = (callee.owner,)
        inner: Frame | None = None
        if frame is None or (frame.depth < _CALLS and frame.scope is not scope):
            inner = Frame(scope, names, frame, frame.depth + 1 if frame is not None else 1)
        found: list[Thing] = []
        for value, block in scope.returns:
            found.extend(self.things(value, Site(scope, block, value.span.end), inner))
        return bounded(found) or (unknown(span, scope.name, kind=Kind.CALL),)


def _class_of(thing: Thing) -> Scope | None:
    """Give the class of this file that a thing is an instance of, or is."""
    if isinstance(thing, Object):
        return thing.own
    return thing.scope if isinstance(thing, Local) and thing.scope.kind == "class" else None


def _under(owner: Value, name: str, span: Span) -> Value:
    """Give what is under `name` in something that is not known."""
    above = owner.holes[-1] if owner.holes else None
    prefix = above.names[-1] if above is not None and above.names else ""
    kind = above.kind if above is not None and above.kind in {Kind.STORE, Kind.FILE} else Kind.UNKNOWN
    return unknown(span, f"{prefix}.{name}" if prefix else name, kind=kind)


def _last(thing: Thing) -> str:
    names = _names_of(thing)
    return names[-1] if names else ""


def _names_of(thing: Thing) -> tuple[str, ...]:
    match thing:
        case Object():
            return (thing.type.rpartition(".")[2], *thing.names)
        case Foreign():
            return (thing.name.rpartition(".")[2],)
    return ()


def _spelled(node: syntax.Expression) -> tuple[str, ...]:
    match node:
        case syntax.Name():
            return (node.id,)
        case syntax.Attribute():
            return (node.name,)
        case syntax.Call():
            return _spelled(node.function)
    return ()
