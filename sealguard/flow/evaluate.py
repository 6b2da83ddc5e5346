"""Follows values: what each expression of a program can be, without running any of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Hole, Kind, Text, Value
from sealguard.flow import addresses, configured
from sealguard.flow.application import Application
from sealguard.flow.domain import (
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
    is_veiled,
    marked,
    named,
    optional,
    placed,
    unknown,
    unveiled,
)
from sealguard.flow.effects import apply_effect
from sealguard.flow.evaluation import Frame
from sealguard.flow.library import Effect
from sealguard.flow.lookup import Lookup, under

if TYPE_CHECKING:
    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.scopes import Site
    from sealguard.model import Span

_FIELDS: Final = 20
"""How many fields of a query are spelled."""
_LARGEST: Final = 10**9
"""How large a number is that is still multiplied: of days and seconds."""
_ITEMS: Final = 200
"""How many items of a list a comprehension is evaluated for, one by one."""


class Evaluator(Lookup):
    """Evaluates the expressions of one program."""

    def _evaluate(self, node: syntax.Expression, site: Site, frame: Frame | None) -> Things:  # noqa: PLR0911 - one arm a form
        match node:
            case syntax.Str():
                return (Value((Text(node.text, node.content, node.verbatim, "" if node.verbatim else "escape", node.binary),), node.span),)
            case syntax.Const():
                return (Scalar(node.value, node.span),)
            case syntax.Known():
                return node.values
            case syntax.Name():
                return self._name(node, site, frame)
            case syntax.Attribute():
                return self._attributed(node, site, frame)
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
                return self._answered(node, self._call(node, site, frame), site, frame)
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
            case syntax.Lambda() if (scope := self.index.lambdas.get(id(node))) is not None:
                return (Local(scope, node.span),)
        return ()

    def _attributed(self, node: syntax.Attribute, site: Site, frame: Frame | None) -> Things:
        constant = self.constant(node, site)
        if constant is not None:
            return (Value((Text(constant, node.span, verbatim=False),), node.span),)
        said = configured.attributed(self, node, site)
        effect = self._source(node.owner, site)
        if effect is not None:
            key = syntax.Str(node.span, node.name, node.span, verbatim=False)
            found = apply_effect(self, effect, (), (syntax.Argument(key),), node.span, site, frame)
        else:
            found = self._attribute(node, site, frame)
        return bounded((*found, *said)) if said else found

    def _source(self, owner: syntax.Expression, site: Site) -> Effect | None:
        """Give where the attributes of an object come from, if that is known: `process.env`."""
        qualified = self.qualified(owner, site) if self.library.members else None
        return self.library.members.get(qualified) if qualified else None

    def _piece(self, part: syntax.Expression, node: syntax.Join, site: Site, frame: Frame | None) -> Things:
        things = self.things(part, site, frame)
        if isinstance(part, syntax.Str) or any(isinstance(thing, Sequence) for thing in things):
            return things
        if self.library.attributes or self.library.optioned:
            things = tuple(_as_query(thing, part.span) for thing in things)
        strings = tuple(placed(value, part.span) for value in self.strings(things, part.span))
        return tuple(map(interpolated, strings)) if node.filled else strings

    def _choice(self, node: syntax.Choice, site: Site, frame: Frame | None) -> Things:
        found: list[Thing] = []
        if frame is not None and node.test is not None and len(node.options) == 2:  # noqa: PLR2004 - `a if test else b`
            match self.things(node.test, site, frame):
                case (Scalar(value=bool(chosen)),):
                    return self.things(node.options[0 if chosen else 1], site, frame)
        for option in node.options:
            for thing in self.things(option, site, frame):
                if isinstance(thing, Scalar) and thing.value in (None, False):
                    continue
                found.append(optional(thing, "choice"))
        return bounded(found)

    def _operation(self, node: syntax.Operation, site: Site, frame: Frame | None) -> Things:
        match node.operator, node.operands:
            case "|", (left, right):
                return self.merge(self.things(left, site, frame), self.things(right, site, frame), node.span)
            case "/", (left, right):
                return self.join_paths(self.things(left, site, frame), self.things(right, site, frame), node.span)
            case "and", (_, right):
                return self.things(right, site, frame)
            case "merge", (left, right):  # the first map's entries hold
                return self.merge(self.things(right, site, frame), self.things(left, site, frame), node.span)
            case "*", (left, right):
                match self.things(left, site, frame), self.things(right, site, frame):
                    case (Scalar(value=int(one)), *_), (Scalar(value=int(other)), *_) if max(abs(one), abs(other)) < _LARGEST:
                        return (Scalar(one * other, node.span),)
                    case (Value(text=str(text)) as value, *_), (Scalar(value=int(times)), *_) if 0 <= times <= 256:  # noqa: PLR2004 - longer is no token
                        return (Value((Text(text * times, value.span, verbatim=False),), node.span),)
        return ()

    def _map(self, node: syntax.Map, site: Site, frame: Frame | None) -> Mapping:
        # A later entry of a name stands for an earlier one; a machine writes maps of thousands.
        items: dict[object, Item] = {}
        complete = True
        for entry in node.entries:
            things = self.things(entry.value, site, frame)
            if entry.key is None:
                spread = next((thing for thing in things if isinstance(thing, Mapping)), None)
                complete = complete and spread is not None and spread.complete
                added = spread.items if spread is not None else ()
            else:
                key = self.values(entry.key, site, frame)[0]
                complete = complete and key.text is not None
                listed = isinstance(entry.value, syntax.Name) and frame is not None and frame.listed and entry.value.id in frame.names
                added = (Item(key, things, things[0].span if listed else entry.value.span, site.scope.context),)
            for item in added:
                name = item.key.text.lower() if item.key.text is not None else item
                items.pop(name, None)
                items[name] = item
        return Mapping(tuple(items.values()), complete, node.span)

    def _each(self, node: syntax.Each, site: Site, frame: Frame | None) -> Sequence | Mapping:
        source = next((thing for thing in self.things(node.head, site, frame) if isinstance(thing, Sequence)), None)
        known = source is not None and source.complete and len(source.items) <= _ITEMS and not self.tired
        frames = (
            [Frame(site.scope, _named_items(node.target, item), frame, listed=True) for item in source.items]
            if source is not None and known
            else [frame]
        )
        elements = [self.things(node.element, site, each) for each in frames]
        if not node.merged:
            return Sequence(tuple(elements), complete=known, span=node.span)
        result = Mapping((), complete=known, span=node.span)
        for things in elements:
            for thing in things:
                if isinstance(thing, Mapping):
                    result = Mapping(result.items + thing.items, result.complete, node.span)
        return result

    def _index(self, node: syntax.Index, site: Site, frame: Frame | None) -> Things:
        qualified = self.qualified(node.owner, site)
        effect = self.library.items.get(qualified) if qualified else None
        if effect is not None:
            return apply_effect(self, effect, (), (syntax.Argument(node.key),), node.span, site, frame)
        key = self.things(node.key, site, frame)[0]
        said = configured.indexed(self, node, site, frame)
        if any(isinstance(thing, Mapping) for thing in said):
            return said
        found: list[Thing] = list(said)
        for owner in self.things(node.owner, site, frame):
            match owner, key:
                case Mapping(), Value(text=str(text)):
                    under_key = [named(thing, text) if isinstance(thing, Value) else thing for thing in owner.get(text)]
                    found.extend(under_key or ((unknown(node.span, text),) if not owner.complete else ()))
                case ((Mapping() | Sequence()), Value(text=None)):
                    held = [item.things for item in owner.items] if isinstance(owner, Mapping) else list(owner.items)
                    found.extend(thing for things in held for thing in things)
                case Sequence(), Scalar(value=int(at)) if -len(owner.items) <= at < len(owner.items):
                    found.extend(owner.items[at])
                case Value(), Value(text=str(text)):
                    found.append(under(owner, text, node.span))
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
            elif value.text is not None and self.library.typed and node.bounds == (None, None, None):
                found.append(unknown(node.span, kind=Kind.CALL, marks=frozenset({"partial"})))  # C#'s `token[..4]`
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

    def _answered(self, node: syntax.Call, things: Things, site: Site, frame: Frame | None) -> Things:
        """Give what a call gives: `secret.get_secret_value()` is not behind the mask that `secret` shows."""
        if not is_veiled(things) or not isinstance(node.function, syntax.Attribute):
            return things
        asked = self.strings(self.things(node.function.owner, site, frame), node.span)
        return tuple(map(unveiled, things)) if is_veiled(asked) else things

    def _call(self, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        if held := configured.loaded(self, node, site, frame):
            return held
        said = configured.called(self, node, site, frame)
        if any(isinstance(thing, Mapping) for thing in said):
            return said
        return bounded((*self._called(node, site, frame), *said)) if said else self._called(node, site, frame)

    def _called(self, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        qualified = self.qualified(node.function, site)
        effect = self.library.calls.get(qualified) if qualified else None
        if effect is not None:
            at = self.library.subjects.get(qualified or "", 0)
            subject = self.things(node.arguments[at].value, site, frame) if at < len(node.arguments) else ()
            given = (*node.arguments[:at], *node.arguments[at + 1 :])
            return apply_effect(self, effect, subject, given, node.span, site, frame, call=node)
        if isinstance(node.function, syntax.Attribute) and qualified not in self.library.requests and qualified not in self.library.clients:
            if node.function.name in self.library.urls and (urls := self._built_on(node, site, frame)):
                part = self.library.urls[node.function.name]
                return addresses.changed(Application(self, urls, node.arguments, node.span, site, frame, node), part)
            effect = self.library.methods.get(node.function.name)
            if effect is not None:
                subject = self.things(node.function.owner, site, frame)
                own = any(isinstance(thing, Object) and thing.type in self.library.clients for thing in subject)
                if effect is Effect.CONFIGURED or not own:
                    return apply_effect(self, effect, subject, node.arguments, node.span, site, frame, call=node)
            if self.library.fluent and node.function.name in self.library.verbs and self._begins(node, site, frame):
                return (replace(self.made(f"*.{node.function.name}", node.arguments, node.span, site, frame), complete=False),)
            if node.function.name in self.library.openers:
                opened = self.things(node.function.owner, site, frame)
                if any(isinstance(thing, Value) for thing in opened):
                    made = self.made(node.function.name, node.arguments, node.span, site, frame)
                    if node.function.name in self.library.chained:
                        url = replace(made, attributes={}, positional=(opened,))
                        return (self.chained(node.function.name, url, node, site, frame),)
                    return (replace(made, positional=(opened, *made.positional)),)
        if (put := self._put(node, site, frame)) is not None:
            return (put,)
        found: list[Thing] = []
        function = node.function
        if self.library.bare and isinstance(function, syntax.Attribute) and function.name == "call":
            # `bearer.call(token)`
            function = replace(function.owner, called=True) if isinstance(function.owner, syntax.Name) else function.owner
        for callee in self.things(function, site, frame):
            effect = self.library.calls.get(_asked(callee))
            if effect is not None and node.arguments:  # `Base64.getEncoder().encodeToString(bytes)`
                subject = self.things(node.arguments[0].value, site, frame)
                found.extend(apply_effect(self, effect, subject, node.arguments[1:], node.span, site, frame, call=node))
            else:
                found.extend(self._customised(thing, frame) for thing in self.called(callee, node, site, frame))
        return bounded(found)

    def _built_on(self, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        """Give the URLs that a method which changes a part of one is called on; what is given a scheme is one."""
        function = node.function
        if not isinstance(function, syntax.Attribute) or (self.library.urls[function.name] and not node.arguments):
            return ()
        owners = self.things(function.owner, site, frame)
        urls = tuple(thing for thing in owners if addresses.is_url(thing))
        if not urls and self.library.urls[function.name] == "scheme" and all(isinstance(thing, Value) for thing in owners):
            scheme = self.text(node.arguments[0].value, site, frame)
            return (addresses.empty(function.owner.span),) if scheme in {"http", "https", "ws", "wss"} else ()
        return urls

    def _customised(self, thing: Thing, frame: Frame | None) -> Thing:
        block = thing.attributes.get(syntax.BLOCK) if isinstance(thing, Object) and thing.own is None else None
        return self.customised(thing, block[0], frame) if block and isinstance(thing, Object) else thing

    def _put(self, node: syntax.Call, site: Site, frame: Frame | None) -> Mapping | None:
        """Give the map that putting something into one gives back: `new HttpHeaders().set(name, value)`."""
        if not self.library.attributes or not isinstance(node.function, syntax.Attribute) or node.function.name not in {"set", "append"}:
            return None
        if len(node.arguments) != 2:  # noqa: PLR2004 - a name and a value
            return None
        owner = next((thing for thing in self.things(node.function.owner, site, frame) if isinstance(thing, Mapping)), None)
        if owner is None:
            return None
        name, value = (each.value for each in node.arguments)
        item = Item(self.values(name, site, frame)[0], self.things(value, site, frame), value.span, site.scope.context)
        return owner.merged(Mapping((item,), complete=item.key.text is not None, span=node.span))

    def _begins(self, node: syntax.Call, site: Site, frame: Frame | None) -> bool:
        """Tell whether the method of something unknown begins a request: it has a verb's name, and is given a URL."""
        if not isinstance(node.function, syntax.Attribute) or not node.arguments:
            return False
        if not all(isinstance(thing, Value) for thing in self.things(node.function.owner, site, frame)):
            return False
        return any("://" in value.shape or value.shape.startswith("/") for value in self.values(node.arguments[0].value, site, frame))


def _asked(callee: Thing) -> str:
    """Give the name by which the table knows what an object's method, or an object that is called itself, does; empty for others."""
    if isinstance(callee, Foreign):
        return callee.name if callee.owner is not None else ""
    return f"{callee.type}.__call__" if isinstance(callee, Object) and callee.own is None else ""


def _as_query(thing: Thing, span: Span) -> Thing:
    """Spell a map as a query, which is the only thing that a template can make of one: `?${new URLSearchParams({ ... })}`."""
    if not isinstance(thing, Mapping) or not thing.items or len(thing.items) > _FIELDS:
        return thing
    parts: list[Text | Hole] = []
    for item in thing.items:
        between = Text("&" if parts else "", span, verbatim=False)
        parts += [between, *item.key.parts, Text("=", span, verbatim=False), *as_value(item.things[0], item.span).parts]
    return Value(tuple(parts[1:]), span)


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


def _named_items(target: syntax.Expression, things: Things) -> dict[str, Things]:
    """Give the names of a comprehension's target what one item of its list is."""
    match target:
        case syntax.Name():
            return {target.id: things}
        case syntax.Seq():
            row = next((thing for thing in things if isinstance(thing, Sequence) and len(thing.items) == len(target.items)), None)
            if row is not None:
                return {
                    name: held
                    for each, item in zip(target.items, row.items, strict=True)
                    for name, held in _named_items(each, item).items()
                }
    return {}
