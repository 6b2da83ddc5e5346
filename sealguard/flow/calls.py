"""Follows calls: who calls a function of this file and with what, and what calling it gives."""

from __future__ import annotations

import abc
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import MASKED, Kind, Text, Value
from sealguard.flow import filled
from sealguard.flow.domain import (
    Foreign,
    Item,
    Local,
    Mapping,
    Object,
    Scalar,
    Sequence,
    as_key,
    as_value,
    bounded,
    handed_over,
    optional,
    unknown,
    veils,
)
from sealguard.flow.evaluation import Evaluation, Frame
from sealguard.flow.index import CONSTRUCTORS
from sealguard.flow.library import Effect
from sealguard.flow.scopes import Scope, Site, last_name, own_calls

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.flow.domain import Thing, Things
    from sealguard.model import Span

_MAPS: Final = {"header": "headers", "bearer": "headers", "authorization": "headers", "parameter": "query"}
"""Roles of what is one entry of a map, with the map's."""
_CALLS: Final = 3
"""How deeply calls are followed with their own arguments; below that, with those of all callers."""
_CALLERS: Final = 12
_SPELLING: Final = ("__str__", "toString", "ToString", "to_s", "__toString", "String", "description", "__repr__")
"""What languages call the method that turns an object into text, the ones first that are asked first."""
_FRAMES: Final = 24
"""In how many ways a function is called are looked at, one by one."""


class Calls(Evaluation):
    """What an evaluator knows of functions and of those who call them."""

    def _parameter(self, parameter: syntax.Parameter, scope: Scope, frame: Frame | None) -> Things:
        if frame is not None and (given := frame.get(scope, parameter.name)) is not None:
            return given
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
        declared = self._declared(parameter.type, scope) if missing and parameter.type else None
        if declared is not None and (instances := self._instances(declared)):
            found.extend(instances)
        elif declared is not None and (
            self._is_configured(declared) or any(self.veils(each, declared) for each in declared.types.values())
        ):
            found.append(Object(declared.name, parameter.span, own=declared))
        elif missing and (made := self.library.injected.get(parameter.type)) is not None:
            found.append(self._set_up(Object(made, parameter.span, complete=False, names=(parameter.name,)), scope, frame))
        elif missing and parameter.spread == "list":
            found.append(Sequence((), complete=False, span=parameter.span))
        elif missing:
            fills = scope.name in CONSTRUCTORS or scope.name.lower() == f"set{parameter.name}".lower()
            section = self.section(scope.owner) if scope.owner is not None and fills else ""
            marks = frozenset({MASKED} if self.veils(parameter.type, scope) else ())
            found.append(unknown(parameter.span, f"{section}{parameter.name}", kind=Kind.PARAMETER, marks=marks))
            found.extend(self.said_under(f"{section}{parameter.name}") if section else ())
            if scope.owner is not None and scope.name in CONSTRUCTORS:
                found.extend(self.injected(scope.owner.name, parameter.name))
        return bounded(found)

    def veils(self, declared: str, scope: Scope) -> bool:
        """Tell whether what has a type shows a mask when it is written: a library's, or that of a class which says how it is spelled."""
        if not declared or veils(declared):
            return bool(declared)
        own = self.index.by_class(declared, scope)
        return own is not None and self._spelled_by(own) is not None

    def _spelled_by(self, own: Scope) -> Scope | None:
        """Give the method by which the objects of a class are turned into text, if the class has one."""
        classes = (own, *self.index.bases(own))
        known = (bind.value for each in classes for name in _SPELLING for bind in each.binds.get(name, ()))
        return next((each for each in known if isinstance(each, Scope) and each.kind == "function"), None)

    def strings(self, things: Things, span: Span) -> tuple[Value, ...]:
        """Turn anything into strings, as interpolation would: an object of a class of this file as the class says."""
        found: list[Value] = []
        for thing in things:
            method = self._spelled_by(thing.own) if isinstance(thing, Object) and thing.own is not None else None
            if method is None or method in self._spelling:
                found.append(as_value(thing, span))
                continue
            self._spelling.append(method)
            said = self._given_back(method, {method.receiver: (thing,)} if method.receiver else {}, span, None)
            self._spelling.pop()
            found.extend(as_value(each, span) for each in said)
        return tuple(dict.fromkeys(found))

    def _set_up(self, client: Object, scope: Scope, frame: Frame | None) -> Object:
        """Add to a client that a framework gives a class what is said where it is set up for it: `AddHttpClient<Feed>(http => ...)`."""
        for name in self.library.setting_up if scope.owner is not None else ():
            for call, site in self.index.calls.get(name, ())[:_CALLERS]:
                given = [each.value for each in call.arguments]
                if any(isinstance(each, syntax.Name) and scope.owner is not None and each.id == scope.owner.name for each in given):
                    for block in (thing for each in given if isinstance(each, syntax.Lambda) for thing in self.things(each, site)):
                        client = self.customised(client, block, frame)
        return client

    @abc.abstractmethod
    def customised(self, made: Object, block: Thing, frame: Frame | None) -> Object:
        """Add to an object what the function behind the call that makes it does to it."""

    def _declared(self, spelled: str, scope: Scope) -> Scope | None:
        """Find the class of a declared type, or of what a type holds that only holds something."""
        outer, _, inner = spelled.removesuffix(">").partition("<")
        return self.index.by_class(inner.strip() if inner and outer.strip() in self.library.wrappers else spelled, scope)

    def _is_configured(self, own: Scope) -> bool:
        """Tell whether objects of a class are made by a framework, which fills them from the configuration."""
        if not self.library.sections or own.kind != "class":
            return False
        values = [bind.value for binds in own.binds.values() for bind in binds]
        told = any(isinstance(value, syntax.Str) and "://" in value.text for value in values)
        return told or bool(self.section(own)) or any(isinstance(value, syntax.Call) and self._fills(value) for value in values)

    def _fills(self, call: syntax.Call) -> bool:
        """Tell whether a call stands for what a framework fills in: `@Value("${name}")`."""
        return isinstance(call.function, syntax.Name) and self.library.calls.get(call.function.id) is Effect.PLACEHOLDER

    def section(self, own: Scope) -> str:
        """Give the section of the configuration that a class is filled from, with a dot behind it; empty where none is said."""
        if not self.library.sections or not isinstance(own.node, syntax.Class):
            return ""
        told = (each for each in own.node.decorators if isinstance(each, syntax.Call) and last_name(each) in self.library.sections)
        named = (argument.value for call in told for argument in call.arguments if argument.name in {None, "value", "prefix"})
        constants = (bind.value for name in self.library.sections for bind in own.binds.get(name, ()))
        said = next((f"{each.text}." for each in (*named, *constants) if isinstance(each, syntax.Str) and each.text), "")
        if said or not self.index.settings:
            return said
        if own.parent is not None and own.parent.kind == "class" and (outer := self.section(own.parent)):
            return f"{outer}{_field_of(own, own.parent)}."
        if id(own) not in self._sections:
            self._sections[id(own)] = filled.section_of(self, own)
        return self._sections[id(own)]

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
        if isinstance(scope.node, syntax.Lambda):
            return self.index.lambda_calls.get(id(scope.node), [])[:_CALLERS]
        name = scope.name
        if name in {"__init__", "__new__", "constructor", "initialize", "__construct"} and scope.owner is not None:
            classes = [scope.owner, *self.index.subclasses(scope.owner)]
            return [call for each in classes for call in self.index.made(each)][:_CALLERS]
        found = self.index.calls.get(name, []) if name else []
        calling = [(call, site) for call, site in found[: 8 * _CALLERS] if self._can_call(call, site, scope)][:_CALLERS]
        return calling + self._decorating(scope)[: _CALLERS - len(calling)]

    def _decorating(self, scope: Scope) -> list[tuple[syntax.Call, Site]]:
        """Give the places where a function is called as a decorator, or is what one gives that is called: `@retried(times=3)`."""
        if self._decorated is None:
            self._decorated = {}
            names = {each.name for each in self.index.scopes if each.kind == "function"}
            for call, site in self.index.decorations:
                for thing in self.things(call.function, site) if last_name(call.function) in names else ():
                    if isinstance(thing, Local):
                        self._decorated.setdefault(id(thing.scope), []).append((call, site))
        return self._decorated.get(id(scope), [])

    def _can_call(self, call: syntax.Call, site: Site, scope: Scope) -> bool:
        function = call.function
        if isinstance(function, syntax.Name):
            home = site.scope.lookup(function.id, called=function.called)
            return home is not None and any(bind.value is scope for bind in home.binds[function.id])
        if not isinstance(function, syntax.Attribute):
            return False
        found = self.index.path(function, site.scope)
        if found is not None and any(bind.value is scope for bind in found[0].binds.get(found[1], ())):
            return True
        owner = scope.owner
        if owner is None or scope.parent is not owner:
            return False
        things = self.things(function.owner, site)
        known = [each for thing in things if (each := _class_of(thing)) is not None]
        if known:
            return any(each is owner or owner in self.index.bases(each) or each in self.index.bases(owner) for each in known)
        if self.qualified(function, site) is not None:
            return False
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
            return self._split(scope, None) if not depth else [None]
        found: list[Frame | None] = []
        for call, site in self.callers(function):
            for outer in self.frames(site.scope, depth + 1):
                names = self._with_defaults(self.arguments(call.arguments, function.parameters, site, outer), function, call.span)
                receivers = self._receivers(call, function, site, outer)
                found.extend(Frame(function, names | receiver, outer, depth + 1, caller=(call, site)) for receiver in receivers)
        if not found and function.receiver and function.owner is not None:
            found.extend(Frame(function, {function.receiver: (each,)}, None) for each in self._instances(function.owner))
        return [each for frame in found[:_FRAMES] or [None] for each in self._split(scope, frame)][:_FRAMES]

    def _instances(self, own: Scope) -> list[Object]:
        """Give the objects of a class, and of those that inherit from it, that this file makes; else one of each class."""
        found: list[Object] = []
        for each in (own, *self.index.subclasses(own)):
            made = [thing for call, site in self.index.made(each)[:_CALLERS] for thing in self.things(call, site)]
            instances = [thing for thing in made if isinstance(thing, Object) and thing.own is each]
            if not instances and each is not own and isinstance(each.node, syntax.Class):
                instances = [Object(each.name, each.node.span, own=each)]
            found.extend(instances)
        return found

    def _split(self, scope: Scope, frame: Frame | None) -> list[Frame | None]:
        """Take the objects or maps that one variable can be one by one: what each of them holds belongs together."""
        for name, binds in scope.binds.items():
            # A name that is bound twice has one value after the other, not one of several.
            if "." in name or len(binds) > 1 or not isinstance(binds[0].value, syntax.Expression | syntax.Parameter):
                continue
            things = self._bound(binds, None, frame)
            objects = [thing for thing in things if isinstance(thing, Mapping) or (isinstance(thing, Object) and thing.own is not None)]
            if len(objects) > 1:
                return [Frame(scope, {name: (each,)}, frame, frame.depth if frame is not None else 1) for each in objects]
        return [frame]

    def _receivers(self, call: syntax.Call, function: Scope, site: Site, frame: Frame | None) -> list[dict[str, Things]]:
        """Give the objects on which a call can call a method, one by one: what each of them holds belongs together."""
        if not function.receiver or not isinstance(call.function, syntax.Attribute):
            return [{}]
        objects = [thing for thing in self.things(call.function.owner, site, frame) if isinstance(thing, Object)]
        own = function.owner
        fitting = [each for each in objects if each.own is None or own is None or each.own is own or own in self.index.bases(each.own)]
        # Of the classes that have a method of this name, only the function's own can be meant.
        return [{function.receiver: (each,)} for each in fitting] or ([{}] if not objects else [])

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
        self, given: tuple[syntax.Argument, ...], parameters: tuple[syntax.Parameter, ...], site: Site, frame: Frame | None
    ) -> dict[str, Things]:
        """Match arguments with parameters, as far as can be seen; what no parameter names goes to those that take the rest."""
        found: dict[str, Things] = {}
        rest: list[Things] = []
        complete = True
        positional = [parameter.name for parameter in parameters if not parameter.spread]
        call = given[0].value.span.start if given else 0
        for argument in given:
            things = self.things(argument.value, site, frame)
            if argument.spread == "map":
                maps = [thing for thing in things if isinstance(thing, Mapping)]
                complete = complete and bool(maps) and all(each.complete for each in maps)
                found |= {item.key.text: item.things for each in maps for item in each.items if item.key.text is not None}
            elif argument.name is not None:
                found[argument.name] = handed_over(things, argument.name, argument.value.span, call)
            elif argument.spread:
                positional, complete = [], False
            elif positional:
                # What stands in braces behind a call is for the last parameter: `retrying { fetch() }`.
                behind = self.library.blocks and argument is given[-1] and isinstance(argument.value, syntax.Lambda)
                name = positional.pop(-1 if behind else 0)
                found[name] = handed_over(things, name, argument.value.span, call)
            else:
                rest.append(things)
        if self.library.bare and positional:
            found |= self._bare(found, positional[0], parameters)
        return found | self._rest(found, rest, parameters, complete=complete)

    def _bare(self, found: dict[str, Things], taking: str, parameters: tuple[syntax.Parameter, ...]) -> dict[str, Things]:
        """Give the parameter that a map without braces is given for: `post(path, name: "etl")`."""
        known = {parameter.name for parameter in parameters}
        named = {name: things for name, things in found.items() if name not in known and things and name != syntax.BLOCK}
        if not named or any(parameter.spread == "map" for parameter in parameters):
            return {}
        first = next(iter(named.values()))[0].span
        items = tuple(Item(as_key(name, things[0].span), things, things[0].span) for name, things in named.items())
        return {taking: (Mapping(items, complete=True, span=first),)}

    def _rest(
        self, found: dict[str, Things], rest: list[Things], parameters: tuple[syntax.Parameter, ...], *, complete: bool
    ) -> dict[str, Things]:
        """Give what the parameters that take the rest are: `*args`, `**kwargs`."""
        known = {parameter.name for parameter in parameters}
        taken: dict[str, Things] = {}
        for parameter in parameters:
            if parameter.spread == "list":
                taken[parameter.name] = (Sequence(tuple(rest), complete, parameter.span),)
            elif parameter.spread == "map":
                named = {name: things for name, things in found.items() if name not in known}
                items = tuple(Item(as_key(name, parameter.span), things, things[0].span) for name, things in named.items())
                taken[parameter.name] = (Mapping(items, complete, parameter.span),)
        return taken

    def called(self, callee: Thing, node: syntax.Call, site: Site, frame: Frame | None) -> Things:
        """Give what calling a thing gives."""
        if self.library.bare and not node.arguments and not isinstance(callee, Local | Foreign):
            return (callee,)
        match callee:
            case Local(scope=Scope(kind="class") as own):
                return (self._instance(own, (*callee.preset, *node.arguments), node.span, site, frame),)
            case Object(own=Scope() as own) if _is_class(node.function, site):
                return (self._instance(own, node.arguments, node.span, site, frame),)
            case Local():
                return self.returned(callee, node.arguments, node.span, site, frame)
            case Foreign(owner=Object() as owner) if self.begins_chain(callee):
                made = self.made(f"*.{last_name(node.function)}", (*callee.preset, *node.arguments), node.span, site, frame)
                complete = made.complete and owner.complete and self.library.clients[owner.type].complete
                return (replace(made, attributes=owner.attributes | made.attributes, complete=complete),)
            case Foreign(owner=Object() as owner) if self.is_chained(callee):
                return (self.chained(callee.name.rpartition(".")[2], owner, node, site, frame),)
            case Foreign():
                return (self.made(callee.name, (*callee.preset, *node.arguments), node.span, site, frame),)
            case Value() if self.library.accessors and not node.arguments:
                return (callee,)
            case Mapping() if not node.arguments and self.library.keywords.get(last_name(node.function)) == "headers":
                return (callee,)
            case Value():
                return (unknown(node.span, *(callee.holes[-1].names[-1:] if callee.holes else ()), kind=Kind.CALL),)
        return (unknown(node.span, last_name(node.function), kind=Kind.CALL),)

    def _instance(self, own: Scope, given: tuple[syntax.Argument, ...], span: Span, site: Site, frame: Frame | None) -> Object:
        """Give the instance that calling a class of this file makes."""
        constructor = self.index.constructor(own)
        if constructor is None:
            if not self.library.records:
                return Object(own.name, span, own=own)
            fields = tuple(syntax.Parameter(each, span) for base in (*reversed(self.index.bases(own)), own) for each in base.fields)
            return Object(own.name, span, attributes=self.arguments(given, fields, site, frame), own=own, making=Frame(own, {}, frame))
        if frame is not None and frame.depth >= _CALLS:
            return Object(own.name, span, own=own)
        names = self._with_defaults(self.arguments(given, constructor.parameters, site, frame), constructor, span)
        making = Frame(constructor, names, frame, frame.depth + 1 if frame is not None else 1)
        return Object(own.name, span, own=own, making=making)

    def held_headers(self, made: Object, name: str) -> Things:
        """Give the headers that were put on a request, by the name under which it gives them back: `request.headers()`."""
        asked = self.library.keywords.get(name) == "headers" and self.is_builder(made)
        return made.attributes.get("@headers", ()) if asked else ()

    def record(self, made: Object) -> dict[str, Things]:
        """Give the fields of an object of a class of this file that is made of them, or by a constructor that only keeps them."""
        if made.attributes or made.own is None or made.making is None:
            return dict(made.attributes)
        constructor = self.index.constructor(made.own)
        if constructor is None or constructor is not made.making.scope or not isinstance(constructor.node, syntax.Function):
            return {}
        names = {parameter.name for parameter in constructor.parameters}
        keeps = all(isinstance(each, syntax.Assign) and last_name(each.target) in names for each in constructor.node.body)
        unsaid = {each.name for each in constructor.parameters if _is_left_out(each, made.making.names.get(each.name, ()))}
        return {name: things for name, things in made.making.names.items() if name in names - unsaid} if keeps else {}

    def begins_chain(self, callee: Foreign) -> bool:
        """Tell whether a client's method begins a request that the calls behind it build."""
        known = self.library.fluent and callee.owner is not None and callee.owner.type in self.library.clients
        return known and callee.name.rpartition(".")[2] in self.library.verbs and not (callee.owner and callee.owner.type.startswith("*."))

    def is_chained(self, callee: Foreign) -> bool:
        """Tell whether a method adds to the request or client that it is called on, and gives it back."""
        owner = callee.owner
        known = owner is not None and (owner.type in self.library.requests or owner.type in self.library.clients)
        return known and owner is not None and owner.type not in self.library.unchained and self.adds(owner, callee.name.rpartition(".")[2])

    def adds(self, owner: Object, name: str) -> bool:
        """Tell whether a method of an object adds to it; in the dialect of some, it sends."""
        return name in self.library.chained and name not in self.library.dialects.get(owner.type, ())

    def chained(self, name: str, owner: Object, node: syntax.Call, site: Site, frame: Frame | None) -> Object:
        """Give a request or client with what calling one of its methods adds."""
        return self.chained_role(self.library.chained[name], owner, node, site, frame)

    def chained_role(self, spelled: str, owner: Object, node: syntax.Call, site: Site, frame: Frame | None) -> Object:
        """Give a request or client with what a call adds that has this role."""
        roles = spelled.split(",")
        for position, role in enumerate(roles) if len(roles) > 1 else ():
            if role and position < len(node.arguments):
                things = self.things(node.arguments[position].value, site, frame)
                owner = replace(owner, attributes={**owner.attributes, f"@{role}": things})
        if len(roles) > 1:
            return replace(owner, span=node.span)
        role = roles[0]
        at = named_at(node)
        given = self._entries_given(node, site, frame) or [self.things(argument.value, site, frame) for argument in node.arguments]
        attributes = dict(owner.attributes)
        if role == "hidden":
            return replace(owner, span=node.span, complete=False)
        if role == "unverified":
            attributes["@verify"] = (Scalar(value=False, span=at),)
            return replace(owner, span=node.span, attributes=attributes)
        if role in {"middleware", "scheme"}:
            first = (syntax.Argument(syntax.Str(node.span, "authorization", node.span)),) if role == "scheme" else ()
            role, node = self._middleware(replace(node, arguments=(*first, *node.arguments)), site)
            given = [self.things(argument.value, site, frame) for argument in node.arguments]
        added = self._added(role, given, node, site)
        if added is not None:
            role = _MAPS.get(role, role)
            base = next((thing for thing in attributes.get(f"@{role}", ()) if isinstance(thing, Mapping)), None)
            attributes[f"@{role}"] = (base.merged(added) if base is not None else added,)
        elif role == "auth" and len(given) > 1:
            attributes["@auth"] = (Sequence(tuple(given[:2]), complete=True, span=at),)
        elif role and given:
            attributes[f"@{role}"] = (*attributes.get(f"@{role}", ()), *given[0])
        return replace(owner, span=node.span, attributes=attributes)

    def configured(self, thing: Thing, block: syntax.Expression, owner: syntax.Expression, site: Site, frame: Frame | None) -> Thing:
        """Give a request, client or map with what a block of its own adds to it."""
        inner = self.index.lambdas.get(id(block))
        for call in own_calls(block, owner) if inner is not None else ():
            there = Site(inner or site.scope, inner.block if inner is not None else (), call.span.start)
            name = last_name(call.function)
            if isinstance(thing, Object) and name in self.library.chained and self.is_builder(thing):
                thing = replace(self.chained(name, thing, call, there, frame), span=thing.span)
            elif isinstance(thing, Mapping) and len(call.arguments) == 2:  # noqa: PLR2004 - a name and a value
                given = [self.things(each.value, there, frame) for each in call.arguments]
                added = self._added("header", given, call, there)
                thing = thing.merged(added) if added is not None else thing
        return thing

    def is_builder(self, thing: Object) -> bool:
        """Tell whether an object is a request or client."""
        return thing.type in self.library.requests or thing.type in self.library.clients

    def _added(self, role: str, given: list[Things], node: syntax.Call, site: Site) -> Mapping | None:
        """Give what a method adds as a map, if it is entries of one."""
        maps = [thing for thing in given[0] if isinstance(thing, Mapping)] if given else []
        if maps:
            return maps[0]
        if role in {"header", "headers"} and len(given) == 1 and (put := self._put_by(given[0], node, site)) is not None:
            return put
        if role not in _MAPS:
            return None
        items: tuple[Item, ...] = ()
        if role == "authorization" and given:
            span = node.arguments[0].value.span
            items = (Item(as_key("Authorization", span), given[0], span, site.scope.context),)
        elif role == "bearer" and given:
            scheme = self.text(node.arguments[1].value, site) if len(node.arguments) > 1 else None
            items = (self.bearer(given[0], node.arguments[0].value.span, site, scheme or "Bearer"),)
        elif len(given) == 2:  # noqa: PLR2004 - a name and a value
            value = node.arguments[1].value.span
            items = tuple(Item(key, given[1], value, site.scope.context) for key in self.strings(given[0], node.arguments[0].value.span))
        return Mapping(items, complete=bool(items), span=node.span)

    def _put_by(self, given: Things, node: syntax.Call, site: Site) -> Mapping | None:
        """Give the headers that one argument stands for: a pair, or a function that puts them on what it is given."""
        for thing in given:
            if isinstance(thing, Sequence) and len(thing.items) == 2:  # noqa: PLR2004 - a name and a value
                span = node.arguments[0].value.span
                items = tuple(Item(key, thing.items[1], span, site.scope.context) for key in self.strings(thing.items[0], span))
                return Mapping(items, complete=True, span=node.span)
            if isinstance(thing, Local) and isinstance(thing.scope.node, syntax.Lambda) and thing.scope.parameters:
                return self.put(thing.scope, thing.scope.parameters[0].name, site, None, node.span)
        return None

    @abc.abstractmethod
    def put(self, home: Scope, path: str, site: Site, frame: Frame | None, span: Span) -> Mapping:
        """Give all that is put on an object, wherever that is, by methods that take a name and a value."""

    def _entries_given(self, node: syntax.Call, site: Site, frame: Frame | None) -> list[Things]:
        """Give named arguments as the map that they are where calls take maps of options."""
        named = [each for each in node.arguments if each.name is not None and each.name != syntax.BLOCK]
        if not self.library.bare or not named:
            return []
        items = tuple(
            Item(as_key((each.name or "").replace("_", "-"), each.value.span), self.things(each.value, site, frame), each.value.span)
            for each in named
        )
        return [(Mapping(items, complete=True, span=node.span),)]

    def _middleware(self, node: syntax.Call, site: Site) -> tuple[str, syntax.Call]:
        """Read what is added to a client by its name: `conn.request :authorization, "Bearer", token`."""
        name = self.text(node.arguments[0].value, site) if node.arguments else None
        rest = tuple(node.arguments[1:])
        if name == "basic_auth" or (name == "authorization" and rest and (self.text(rest[0].value, site) or "").lower() == "basic"):
            return "auth", replace(node, arguments=rest[-2:])
        if name == "authorization" and len(rest) > 1:
            return "bearer", replace(node, arguments=(rest[1], rest[0]))
        return ("hidden" if name in {"oauth2", "authorization", "token_auth"} else ""), replace(node, arguments=())

    def bearer(self, token: Things, span: Span, site: Site | None, scheme: str = "Bearer") -> Item:
        """Give the header that a method makes of a token alone."""
        before = Value((Text(f"{scheme} ", span, verbatim=False),), span)
        context = site.scope.context if site is not None else ()
        return Item(as_key("Authorization", span), self.join([(before,), token], span), span, context)

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
        return self._given_back(scope, names, span, frame)

    def applied(self, callee: Local, given: tuple[Things, ...], span: Span, frame: Frame | None) -> Things:
        """Give what a function of this file returns for arguments that were evaluated before."""
        names = {parameter.name: things for parameter, things in zip(callee.scope.parameters, given, strict=False)}
        return self._given_back(callee.scope, names, span, frame)

    def _given_back(self, scope: Scope, names: dict[str, Things], span: Span, frame: Frame | None) -> Things:
        inner: Frame | None = None
        if frame is None or (frame.depth < _CALLS and frame.scope is not scope):
            inner = Frame(scope, names, frame, frame.depth + 1 if frame is not None else 1)
        found: list[Thing] = []
        for value, block in scope.returns:
            found.extend(self.things(value, Site(scope, block, value.span.end), inner))
        return bounded(found) or (unknown(span, scope.name, kind=Kind.CALL),)


def named_at(call: syntax.Call) -> Span:
    """Give where a method is named: in a chain of calls over several lines, what is said of one of them is said there."""
    function = call.function
    if not isinstance(function, syntax.Attribute):
        return call.span
    start = function.at.start if function.at is not None else max(function.owner.span.end, function.span.end - len(function.name))
    return type(call.span)(start, call.span.end) if start < call.span.end else call.span


def _is_left_out(parameter: syntax.Parameter, things: Things) -> bool:
    """Tell whether a parameter is what it is when nothing is given for it, and that is nothing."""
    default = parameter.default.span if parameter.default is not None else None
    return bool(things) and all(isinstance(thing, Scalar) and thing.value is None and thing.span == default for thing in things)


def _class_of(thing: Thing) -> Scope | None:
    """Give the class of this file that a thing is an instance of, or is."""
    if isinstance(thing, Object):
        return thing.own
    return thing.scope if isinstance(thing, Local) and thing.scope.kind == "class" else None


def _is_class(function: syntax.Expression, site: Site) -> bool:
    """Tell whether what is called is the class that a method of it is given: `cls(**data)`."""
    method = site.scope.method
    if method is None or not isinstance(method.node, syntax.Function) or not isinstance(function, syntax.Name):
        return False
    return function.id == method.receiver and any(last_name(each) == "classmethod" for each in method.node.decorators)


def _field_of(own: Scope, outer: Scope) -> str:
    """Give the field of the class around in which an object of a class is kept: the one that is given one, or the one of its name."""
    for name, binds in outer.binds.items():
        if any(isinstance(bind.value, syntax.Call) and last_name(bind.value) == own.name for bind in binds):
            return name
    return f"{own.name[:1].lower()}{own.name[1:]}"
