"""Looks names up: what a variable, an attribute or a member of a class can be at a place."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Kind, Text, Value
from sealguard.flow import addresses, configured, filled
from sealguard.flow.calls import Calls
from sealguard.flow.domain import (
    MOST,
    Foreign,
    Item,
    Local,
    Mapping,
    Object,
    Sequence,
    as_value,
    bounded,
    named,
    unknown,
    veiled,
)
from sealguard.flow.scopes import Bind, Scope, Site, is_callable, last_name, reaching
from sealguard.flow.settings import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluation import Frame
    from sealguard.model import Span

_CALLERS: Final = 12
_COMPUTED: Final = frozenset({"computed", "getters"})
_GROUPS: Final = frozenset({"methods", "data", "state", "actions"}) | _COMPUTED
"""What Vue's components and stores call what their functions find in `this`."""
_ITSELF: Final = frozenset({"value", "rawValue", "utf8", "absoluteString"})
_URL_ITSELF: Final = frozenset({"Uri", "AbsoluteUri", "OriginalString", "href", "url"})
"""Attributes of a URL that are the URL."""
"""Attributes of a text that are the text: what an enumeration's member stands for, its bytes."""


class Lookup(Calls):
    """What an evaluator knows of names."""

    def _name(self, node: syntax.Name, site: Site, frame: Frame | None) -> Things:
        method = site.scope.method
        if method is not None and node.id == method.receiver and method.owner is not None:
            given = frame.get(method, node.id) if frame is not None else None
            return given or (Object(method.owner.name, node.span, own=method.owner),)
        home = site.scope.lookup(node.id, called=node.called)
        if home is None:
            if (text := self.library.constants.get(node.id)) is not None:
                return (Value((Text(text, node.span, verbatim=False),), node.span),)
            if self.library.bare:
                return self._unbound(node, site, frame)
            if self.library.implicit and method is not None and method.owner is not None and self._is_member(node.id, method.owner):
                receivers = self._name(syntax.Name(node.span, method.receiver), site, frame)
                return tuple(each for thing in receivers for each in self.attribute(thing, node.id, node.span, site, frame))
            return (self._standing(node.id, node.span),)
        if node.called:
            found = self._bound([bind for bind in home.binds[node.id] if is_callable(bind)], site, frame)
        elif frame is not None and (given := frame.get(home, node.id)) is not None:
            found = given
        else:
            binds = home.binds[node.id]
            # A field and what reads it may share a name: `String token() { return token; }`.
            fields = [bind for bind in binds if not is_callable(bind)] if home.kind == "class" else []
            found = self._bound(fields or binds, site, frame)
        if home.kind == "class" and self.library.implicit:
            found = self._called_properties(found, site, frame)
        if self.library.bare and not node.called:
            found = tuple(each for thing in found for each in self._called_bare(thing, node, frame))
        return tuple(self._changed(named(thing, node.id), home, node.id, site, frame) for thing in found)

    def _is_member(self, name: str, owner: Scope) -> bool:
        return name in owner.fields or any(name in each.binds for each in self.index.bases(owner))

    def _standing(self, name: str, span: Span) -> Foreign | Object:
        """Give what stands elsewhere: a client that need not be made, or whatever has the name."""
        return Object(name, span) if name in self.library.standing else Foreign(name, span)

    def _called_bare(self, thing: Thing, node: syntax.Name, frame: Frame | None) -> Things:
        """Give what a function gives that is called by its name alone."""
        if isinstance(thing, Local) and isinstance(thing.scope.node, syntax.Function):
            site = Site(thing.scope.parent or thing.scope, thing.scope.block, node.span.start)
            return self.returned(thing, (), node.span, site, frame)
        return (thing,)

    def _unbound(self, node: syntax.Name, site: Site, frame: Frame | None) -> Things:
        """Give what a name is that nothing here binds: a method that the object inherits, a function of elsewhere, a constant."""
        owner = site.scope.owner
        if owner is not None and isinstance(owner.node, syntax.Class) and owner.node.bases and node.id[:1].islower():
            inherited = self.attribute(Object(owner.name, node.span, own=owner), node.id, node.span, site, frame)
            known = tuple(
                each for each in inherited if isinstance(each, Foreign) and each.owner and each.owner.type in self.library.clients
            )
            if known:
                return known
        if node.called or not node.id[:1].islower():
            return (Foreign(node.id, node.span),)
        return (self.made(node.id, (), node.span, site, frame),)

    def _bound(self, binds: Iterable[Bind], site: Site | None, frame: Frame | None) -> Things:
        binds = list(binds)
        # A field and a method can have the same name, and which is meant is known by the one who asks.
        methods = [bind for bind in binds if isinstance(bind.value, Scope) and bind.value.receiver] if self.library.typed else []
        groups = (methods, [bind for bind in binds if bind not in methods]) if 0 < len(methods) < len(binds) else (binds,)
        found: list[Thing] = []
        for group in reversed(groups):
            for bind in itertools.islice(reaching(group, site), MOST):
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
                if self.library.constants and (text := self.library.constants.get(".".join(path.split(".")[-2:]))) is not None:
                    return (Value((Text(text, bind.span, verbatim=False),), bind.span),)
                return (self._standing(path, bind.span),)
            case syntax.Parameter() as parameter:
                return self._parameter(parameter, bind.scope, frame)
        if isinstance(bind.value, syntax.Str) and not bind.value.text and self._is_configured(bind.scope):
            # Nothing is what stands there until the configuration says something.
            section = self.section(bind.scope) or f"{bind.scope.name}."
            key = f"{section}{self.index.assigned[id(bind.value)][1]}"
            return (unknown(bind.span, key), *self.said_under(key))
        things = self.things(bind.value, bind.site, frame)
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
            return self.merge(before, things, bind.span)
        if isinstance(before[0], Sequence) and not isinstance(things[0], Sequence):
            things = (Sequence((things,), complete=True, span=bind.span),)
        return self.join([before, things], bind.span)

    def _taken(self, things: Things, bind: Bind) -> Things:
        found: list[Thing] = []
        for thing in things:
            if not isinstance(thing, Sequence):
                if self.library.results and bind.position == 0 and not bind.element:
                    found.append(thing)
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

    def _changed(self, thing: Thing, home: Scope, path: str, site: Site, frame: Frame | None) -> Thing:
        """Add what was put into a map, or set on an object, after it was made."""
        if isinstance(thing, Mapping):
            thing = self._deepened(thing, home, path, site, frame)
        if isinstance(thing, Mapping | Value):
            changes = self._changes(home, path, site, frame, thing.span)
            if isinstance(thing, Value) and self.library.url_fields and addresses.is_url(thing):
                return self._changed_url(thing, home, path, site, frame)
            if isinstance(thing, Mapping):
                merged = thing.merged(changes) if changes.items or not changes.complete else thing
                merged = self._changed_inside(merged, home, path, site, frame)
                return replace(merged, complete=False) if merged.complete and self._may_be_changed(home, path, site) else merged
            return Mapping(changes.items, complete=False, span=thing.span) if changes.items and thing.text is None else thing
        if isinstance(thing, Object) and thing.own is None:
            made = self._set(self._applied(thing, home, path, site, frame), home, path, site, frame)
            return replace(made, complete=False) if made.complete and self._may_be_changed(home, path, site) else made
        return thing

    def _deepened(self, thing: Mapping, home: Scope, path: str, site: Site, frame: Frame | None) -> Mapping:
        """Add what was put into the maps that a map holds: `options["headers"]["Accept"] = ...`."""
        start = f"{path}."
        keys = dict.fromkeys(name[len(start) :].partition(".")[0] for name in home.changes if name.startswith(start))
        for key in keys:
            held = next((each for each in thing.get(key) if isinstance(each, Mapping)), Mapping((), complete=True, span=thing.span))
            inner = self._changed(held, home, start + key, site, frame)
            if isinstance(inner, Mapping) and inner.items:
                item = Item(Value((Text(key, thing.span, verbatim=False),), thing.span), (inner,), inner.items[-1].span)
                thing = thing.merged(Mapping((item,), complete=True, span=thing.span))
        return thing

    def _changed_url(self, thing: Value, home: Scope, path: str, site: Site, frame: Frame | None) -> Value:
        """Put the parts into a URL that were set on it: `url.protocol = "http:"`."""
        since = self._since(home, path, site)
        for name, part in self.library.url_fields.items():
            for bind in home.binds.get(f"{path}.{name}", ()):
                if bind.scope is not site.scope or since <= bind.span.start < site.offset:
                    for new in self.strings(self._bind(bind, frame), bind.span)[:1]:
                        thing = addresses.with_part(thing, part, new, thing.span)
        return thing

    def _changed_inside(self, thing: Mapping, home: Scope, path: str, site: Site, frame: Frame | None) -> Mapping:
        """Add what was put into the maps in a map: `options["headers"]["Accept"] = ...`."""
        start = f"{path}."
        inner = {name[len(start) :] for name in home.changes if name.startswith(start)}
        if not inner:
            return thing
        items = tuple(
            replace(item, things=tuple(self._changed(each, home, f"{start}{item.key.text}", site, frame) for each in item.things))
            if any(isinstance(each, Mapping) for each in item.things) and any(name.split(".")[0] == item.key.text for name in inner)
            else item
            for item in thing.items
        )
        return replace(thing, items=items)

    def _applied(self, thing: Object, home: Scope, path: str, site: Site, frame: Frame | None) -> Object:
        """Add what statements that call its methods added to a request or client."""
        if thing.type not in self.library.clients and thing.type not in self.library.requests:
            return thing
        since = self._since(home, path, site)
        for call, there in home.applied.get(path, ()):
            if not self.adds(thing, last_name(call.function)):
                continue
            if there.scope is not site.scope or since <= there.offset < site.offset:
                thing = replace(self.chained(last_name(call.function), thing, call, there, frame), span=thing.span)
        return thing

    def customised(self, made: Object, block: Thing, frame: Frame | None) -> Object:
        """Add to an object what the function behind the call that makes it does to it: `Faraday.new { |conn| conn.headers[...] = ... }`."""
        if not isinstance(block, Local) or not block.scope.parameters:
            return made
        scope = block.scope
        given = scope.parameters[-1 if self.library.setting_up else 0]  # .NET's can be given what other services there are, too
        changed = self._changed(made, scope, given.name, Site(scope, (), sys.maxsize), frame)
        return changed if isinstance(changed, Object) else made

    def _may_be_changed(self, home: Scope, path: str, site: Site) -> bool:
        """Tell whether something whose inside is not seen was handed a map or an object before a place, and may have added to it."""
        for call, there in home.handed.get(path, ()):
            if (there.scope is not site.scope or there.offset < site.offset) and not self._is_harmless(call, there):
                return True
        return False

    def is_handed_on(self, home: Scope, path: str) -> bool:
        """Tell whether something whose inside is not seen is handed what a path stands for, anywhere."""
        return self._may_be_changed(home, path, Site(home, (), sys.maxsize))

    def _is_harmless(self, call: syntax.Call, site: Site) -> bool:
        name, qualified = last_name(call.function), self.qualified(call.function, site) or ""
        library = self.library
        known = any(qualified in each for each in (library.calls, library.outputs, library.requests, library.clients, library.setters))
        if known or name in library.verbs or name in library.methods or name in library.output_methods:
            return True
        functions = [scope for scope in self.index.scopes if scope.name == name and scope.kind == "function"]
        return bool(functions) and not any(_changes_it(scope, parameter.name) for scope in functions for parameter in scope.parameters)

    def _since(self, home: Scope, path: str, site: Site) -> int:
        """Give where what a path begins with was bound last, seen from a place: what was put into it before that is gone."""
        if site.offset == sys.maxsize:
            return 0
        return max(
            (
                bind.span.start
                for bind in home.binds.get(path.partition(".")[0], ())
                if bind.scope is site.scope
                and bind.span.start < site.offset
                and not bind.augmented
                and site.block[: len(bind.block)] == bind.block
            ),
            default=0,
        )

    def _changes(self, home: Scope, path: str, site: Site, frame: Frame | None, span: Span, *, attributes: bool = True) -> Mapping:
        """Give what was put into a map, as a map; it is complete if all of that can be seen."""
        items: list[Item] = []
        complete = True
        since = self._since(home, path, site)
        for change in home.changes.get(path, ()):
            if change.scope is site.scope and not since <= change.span.start < site.offset:
                continue
            if change.attribute and not attributes:
                continue
            there = Site(change.scope, change.block, change.span.start)
            things = self.things(change.value, there, frame)
            if change.key is not None:
                keys = self.values(change.key, there, frame)
                items.extend(Item(key, things, change.value.span, change.scope.context) for key in keys)
            else:
                maps = [thing for thing in things if isinstance(thing, Mapping)]
                items.extend(item for each in maps for item in each.items)
                complete = complete and bool(maps) and all(each.complete for each in maps)
        return Mapping(tuple(items), complete, span)

    def put(self, home: Scope, path: str, site: Site, frame: Frame | None, span: Span) -> Mapping:
        """Give all that is put on an object, wherever that is, by methods that take a name and a value."""
        return self._changes(home, path, Site(site.scope, site.block, sys.maxsize), frame, span, attributes=False)

    def _set(self, thing: Object, home: Scope, path: str, site: Site, frame: Frame | None) -> Object:
        attributes = dict(thing.attributes)
        start = f"{path}."
        for name, binds in home.binds.items():
            if name.startswith(start) and (attribute := self._settable(name[len(start) :])):
                seen = [bind for bind in binds if bind.scope is not site.scope or bind.span.start < site.offset]
                if seen:
                    attributes[attribute] = self._bound(seen, None, frame)
        for name in home.changes:
            inner = name[len(start) :] if name.startswith(start) else ""
            attribute = self.library.inner.get(inner, inner)
            if attribute and "." not in attribute:
                base = next((each for each in attributes.get(attribute, ()) if isinstance(each, Mapping)), None)
                added = self._changes(home, name, site, frame, thing.span)
                attributes[attribute] = (base.merged(added) if base is not None else added,)
        for change in home.changes.get(path, ()):
            # A method of the object itself that takes a name and a value: `request.add_header(name, value)`.
            if not change.attribute and (change.scope is not site.scope or change.span.start < site.offset):
                base = next(
                    (each for each in attributes.get("headers", ()) if isinstance(each, Mapping)),
                    Mapping((), complete=True, span=thing.span),
                )
                added = self._changes(home, path, site, frame, thing.span, attributes=False)
                attributes["headers"] = (base.merged(added),)
                break
        return replace(thing, attributes=attributes)

    def _settable(self, path: str) -> str:
        """Give the attribute that a path behind an object sets, or nothing: `RawQuery` of `URL.RawQuery`, where that has a role."""
        path = self.library.inner.get(path, path)
        _, dot, last = path.rpartition(".")
        return last if not dot or ((self.library.built or self.library.bare) and last in self.library.keywords) else ""

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
        if isinstance(node.owner, syntax.Name) and node.owner.id == "this" and (held := self._beside(node.name, site, frame)):
            return held
        result: list[Thing] = []
        for owner in self.things(node.owner, site, frame):
            for thing in self.attribute(owner, node.name, node.span, site, frame):
                changed = self._changed(thing, *found, site, frame) if found is not None else thing
                result.append(changed)
        return bounded(result)

    def _beside(self, name: str, site: Site, frame: Frame | None) -> Things:
        """Give what a function in a map finds under a name of the object that it is called on: the map, or the component it describes."""
        scope: Scope | None = site.scope
        while scope is not None and (scope.receiver or id(scope.node) not in self.index.holders):
            scope = scope.parent if not scope.receiver else None
        holder = self.index.holders[id(scope.node)] if scope is not None else None
        while scope is not None and holder is not None:
            where = Site(scope.parent or scope, scope.block, sys.maxsize)
            held = {each.key.text: each.value for each in holder.entries if isinstance(each.key, syntax.Str)}
            if name in held:
                return self.things(held[name], where, frame)
            for group in _GROUPS & held.keys():
                if found := self._grouped(name, group, held[group], where, frame):
                    return found
            holder = self.index.holders.get(id(holder))
        return ()

    def _grouped(self, name: str, group: str, node: syntax.Expression, site: Site, frame: Frame | None) -> Things:
        """Give what a component has under a name in one of its groups: `methods`, `computed`, what `data()` gives."""
        given = self.things(node, site, frame)
        maps = [
            each
            for thing in given
            for each in (self.returned(thing, (), node.span, site, frame) if isinstance(thing, Local) else (thing,))
            if isinstance(each, Mapping)
        ]
        found = [thing for each in maps for thing in each.get(name)]
        if group in _COMPUTED:
            found = [each for thing in found if isinstance(thing, Local) for each in self.returned(thing, (), node.span, site, frame)]
        # What it begins with says something where it is more than a blank to be filled in later.
        return bounded(each for each in found if isinstance(each, Local | Mapping | Object) or (isinstance(each, Value) and each.shape))

    def _is_given(self, node: syntax.Attribute, site: Site, frame: Frame | None) -> bool:
        """Tell whether the object that a path begins at is one that this call says: a subclass's, say."""
        owner: syntax.Expression = node
        while isinstance(owner, syntax.Attribute):
            owner = owner.owner
        method = site.scope.method
        return frame is not None and isinstance(owner, syntax.Name) and method is not None and frame.get(method, owner.id) is not None

    def _called_properties(self, things: Things, site: Site, frame: Frame | None, owner: Object | None = None) -> Things:
        found: list[Thing] = []
        for each in things:
            thing = replace(each, owner=owner) if isinstance(each, Local) and owner is not None else each
            node = thing.scope.node if isinstance(thing, Local) else None
            if isinstance(node, syntax.Function) and any("property" in last_name(each) for each in node.decorators):
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
                if held := self.held_headers(owner, name):
                    return held
                if owner.type.endswith(("parse_args", "parse_known_args")) and (defaults := self._options(name, None)):
                    return (unknown(span, name, kind=Kind.PARAMETER), *defaults)
                return (Foreign(f"{owner.type}.{name}", span, owner=owner),)
            case Local(scope=Scope(kind="class") as own):
                return self._member(Object(own.name, span, own=own), own, name, span, site, frame)
            case Foreign(owner=None) if owner.name in self.library.builders and f"{owner.name}.{name}" not in self.library.requests:
                return (Foreign(f"{owner.name}.{name}", span, owner=Object(owner.name, span)),)
            case Foreign():
                return (Foreign(f"{owner.name}.{name}", span, owner=owner.owner),)
            case Mapping() if things := owner.get(name) or bounded(self._spelled_otherwise(owner, name)):
                return things
            case Value() if name in _ITSELF or (name in _URL_ITSELF and addresses.is_url(owner)):
                return (owner,)
            case Value():
                return (under(owner, name, span),)
        return (unknown(span, name),)

    def _spelled_otherwise(self, held: Mapping, name: str) -> Iterator[Thing]:
        """Give what a map has under a name as data spells it, where the language declares what fields stand for."""
        names = (name, *self.index.aliases.get(name, ())) if self.library.typed else ()
        yield from (thing for each in names for thing in configured.inside(held, folded(each)))

    def _member(self, owner: Object, own: Scope, name: str, span: Span, site: Site, frame: Frame | None) -> Things:
        if name in owner.attributes:
            return owner.attributes[name]
        binds = own.binds.get(name, [])
        found: list[Thing] = list(filled.from_environment(self, own, name, span)) if self.library.environments else []
        if binds:
            made = self._bound(binds, None, owner.making if owner.making is not None else frame)
            found.extend(self._called_properties(made, site, frame, owner))
        if not found and self.library.records and name in own.fields and "__init__" not in own.binds and owner.making is None:
            for call, there in self.index.made(own)[:_CALLERS]:
                fields = tuple(syntax.Parameter(each, span) for each in own.fields)
                found.extend(self.arguments(call.arguments, fields, there, frame).get(name, ()))
            if not found:
                section = self.section(own)
                said = self.said_under(f"{section}{name}") if section else filled.from_data(self, own, name, span)
                found += [unknown(span, name, kind=Kind.PARAMETER), *said]
        if self.veils(own.types.get(name, ""), own):
            held = [thing for thing in found if isinstance(thing, Value | Object)] or [unknown(span, name)]
            return bounded(veiled(as_value(named(thing, name), span)) for thing in held)
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
        if name in self.library.unwrapping:
            return (owner,)
        section = self.section(own)
        said = self.said_under(f"{section}{name}") if section else filled.from_data(self, own, name, span)
        return (unknown(span, f"{section}{name}"), *said)


def under(owner: Value, name: str, span: Span) -> Value:
    """Give what is under `name` in something that is not known."""
    above = owner.holes[-1] if owner.holes else None
    prefix = above.names[-1] if above is not None and above.names else ""
    kind = above.kind if above is not None and above.kind in {Kind.STORE, Kind.FILE} else Kind.UNKNOWN
    return unknown(span, f"{prefix}.{name}" if prefix else name, kind=kind)


def _changes_it(scope: Scope, name: str) -> bool:
    """Tell whether a function puts something into what it is given under a name, or into a part of that."""
    if name in scope.changes or name in scope.applied:
        return True
    start = f"{name}."
    return any(path.startswith(start) for paths in (scope.changes, scope.applied, scope.binds) for path in paths)
