"""Says what a program keeps in a browser, gives to the client that asked, or hands over when it is built."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Handover, Parameter, Response, Storage, Value
from sealguard.flow.domain import Foreign, Mapping, Object, Scalar, Sequence, as_key
from sealguard.flow.scopes import last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Facts
    from sealguard.flow.domain import Thing, Things
    from sealguard.flow.evaluate import Evaluator
    from sealguard.flow.library import Giving, Library
    from sealguard.flow.scopes import Scope, Site
    from sealguard.model import Span

_DEPTH: Final = 3
"""How deep maps inside maps are looked into."""
_MOST: Final = 64
"""How many entries of one response are said."""
_GLOBALS: Final = re.compile(r"^(?:(?:window|globalThis|self|global)\.)+")
_ELEMENT: Final = re.compile(r"[a-z][a-z0-9-]*")
_COMPONENT: Final = re.compile(r"[A-Z]\w*")
_PAGE: Final = re.compile(r"(?:^|/)app/(?:[^\n]*/)?(?:page|layout|template|default)\.[jt]sx$")
"""What Next.js renders on the server: what it gives to components that are the browser's is sent along."""
_RENDERED: Final = "__rendered__"
"""What readers of components put around what a server renders: no name that code spells."""
_DECLARED: Final = 20_000
"""How much of a class is looked at for what its fields are marked with, in code points."""
_LEFT_OUT: Final = (
    r"(?i)(?:JsonIgnore|serde\(skip|Transient|IgnoreDataMember)[^\n]*(?:\n[^\n]*)?\b{0}\b|\b{0}\b[^\n]*json:\"-\""
    r"|\b(?:private|protected|internal)\b[^\n,;(]*\b{0}\b"
)
"""A field that is marked, or hidden, as one that answers leave out."""
_CONTENT: Final = ("body", "props", "pageProps")
"""Keys of a returned map under which the content stands, where it has one of them."""


class Exposure:
    """What one program exposes; an emitter shows it every call, assignment, map and `return`."""

    def __init__(self, evaluator: Evaluator, facts: Facts) -> None:
        """Prepare to add to `facts` what the program of `evaluator` exposes."""
        self.evaluator = evaluator
        self.library: Library = evaluator.library
        self.index = evaluator.index
        self.facts = facts
        self.answered: set[Span] = set()
        """The values of headers that an answer has, which no request sends."""

    # Calls -------------------------------------------------------------------------------------------------------------

    def call(self, node: syntax.Call, site: Site) -> None:
        """Look at a call."""
        name = last_name(node.function)
        if name not in self.library.exposing and not self._is_element(node) and not self._is_handed_over(node, site):
            return
        names = self._names(node, site)
        for spelled in names:
            if (kept := self.library.storages.get(spelled)) is not None:
                self._kept(node, spelled, kept, site)
                return
            if (giving := self.library.givings.get(spelled)) is not None and self.writes(node, giving, site):
                self._given(node, spelled, giving, site)
                return
            if (how := self.library.definers.get(spelled)) is not None:
                self._defined(node, how, site)
                return
        giving = self.library.giving_methods.get(name)
        answers = giving is not None and isinstance(node.function, syntax.Attribute) and self._answers(node.function.owner, giving, site)
        if giving is not None and isinstance(node.function, syntax.Attribute) and answers and self.writes(node, giving, site):
            if last_name(node.function.owner).lower() == "cookies":
                giving = replace(giving, how="a cookie without 'HttpOnly'", guard="httponly")
            self._given(node, f"{last_name(node.function.owner)}.{name}", giving, site)
        elif name in self.library.handlers or self._is_route(node, name) or self._is_procedure(node, name):
            for argument in node.arguments:
                self._returned_by(argument.value, name, site)
        elif self._is_element(node) or self._is_handed_over(node, site):
            how = "a rendered attribute" if _ELEMENT.fullmatch(name) else "a component's props"
            given = [each for each in node.arguments if each.name is not None and _is_rendered(each.name)]
            entries = [
                entry
                for each in given
                for entry in (self._entries(each.value, site) if isinstance(each.value, syntax.Map) else (self._entry(each, site),))
            ]
            self._add(node.span, f"<{name}>", how, entries, site)

    def _is_route(self, node: syntax.Call, name: str) -> bool:
        """Tell whether a call declares a route whose handler returns the answer: `server.get("/config", async () => ({ ... }))`."""
        first = node.arguments[0].value if node.arguments else None
        return name in self.library.routers and isinstance(first, syntax.Str) and first.text.startswith("/")

    def _is_procedure(self, node: syntax.Call, name: str) -> bool:
        """Tell whether a call makes a handler by a method of something that makes procedures."""
        owner = self.library.procedures.get(name)
        return owner is not None and re.search(owner, _spelled(node.function)) is not None

    def writes(self, node: syntax.Call, giving: Giving, site: Site) -> bool:
        """Tell whether a call that writes to its first argument writes to the client."""
        if not giving.into:
            return True
        target = node.arguments[0].value if node.arguments else None
        if target is None or last_name(target).lower() in giving.into:
            return target is not None
        home = site.scope.lookup(target.id) if isinstance(target, syntax.Name) else None
        declared = [bind.value for bind in home.binds[target.id]] if home is not None and isinstance(target, syntax.Name) else []
        return any(isinstance(each, syntax.Parameter) and each.type.rpartition(".")[2].lower() in giving.into for each in declared)

    def _names(self, node: syntax.Call, site: Site) -> list[str]:
        """Give the names that what is called goes by: whole, and without the global object or the module's folder."""
        found = [self.evaluator.qualified(node.function, site) or ""]
        things = self.evaluator.things(node.function, site)
        for thing in things:
            if isinstance(thing, Foreign):
                owner = f"{thing.owner.type}." if isinstance(thing.owner, Object) else ""
                found.append(f"{owner}{thing.name.rpartition('.')[2]}" if owner else thing.name)
        bare = [_GLOBALS.sub("", each) for each in found if each]
        spelled = _spelled(node.function)
        return list(dict.fromkeys([*bare, *([spelled] if spelled else []), *(".".join(each.split(".")[-2:]) for each in bare)]))

    def _answers(self, owner: syntax.Expression, giving: Giving, site: Site) -> bool:
        """Tell whether the object of a method is what a server answers with."""
        if not giving.owners:
            return True
        if last_name(owner).lower() in {"headers", "cookies"} and isinstance(owner, syntax.Attribute):
            owner = owner.owner
        if last_name(owner).lower() in giving.owners:
            return True
        # `json.NewEncoder(w).Encode(...)`
        if isinstance(owner, syntax.Call) and any(last_name(each.value).lower() in giving.owners for each in owner.arguments[:1]):
            return True
        # `res.status(200).json(...)`
        while isinstance(owner, syntax.Call) and isinstance(owner.function, syntax.Attribute):
            owner = owner.function.owner
        if last_name(owner).lower() in giving.owners:
            return True
        return any(isinstance(thing, Object) and thing.type in self.library.givings for thing in self.evaluator.things(owner, site))

    def _given(self, node: syntax.Call, sink: str, giving: Giving, site: Site) -> None:
        positional = [each for each in node.arguments if each.name is None and not each.spread][giving.skip :]
        named = [each for each in node.arguments if each.name is not None and each.name not in giving.options]
        spread = [each for each in node.arguments if each.spread == "map"]
        if giving.guard and self._guarded(node, giving, site):
            return
        if giving.pair and len(positional) > 1:
            value = positional[1].value
            self.answered.add(value.span)
            entries = [Parameter(self.evaluator.values(positional[0].value, site)[0], self.evaluator.values(value, site), value.span)]
        elif giving.guard and not giving.pair:
            entries = []
        else:
            entries = [entry for each in (*positional[: giving.most], *spread) for entry in self._entries(each.value, site)]
            entries += [self._entry(each, site) for each in named]
            entries += [
                inner for each in named for inner in self._entries(each.value, site) if isinstance(each.value, syntax.Map | syntax.Name)
            ]
        self._add(node.span, sink, giving.how, entries, site)
        if giving.headed:
            self._headed(positional[giving.most :], sink, site)

    def _headed(self, options: list[syntax.Argument], sink: str, site: Site) -> None:
        """Look at the headers among the options of an answer: `new Response(body, { headers: { "X-Key": key } })`."""
        held = [thing for each in options for thing in self.evaluator.things(each.value, site) if isinstance(thing, Mapping)]
        headers = [item for thing in held for item in thing.items if item.key.text == "headers"]
        for item in headers:
            entries = list(self._spread(item.things, item.span, 0))
            self.answered.update(entry.span for entry in entries)
            self._add(item.span, sink, "a response header", entries, site)

    def _guarded(self, node: syntax.Call, giving: Giving, site: Site) -> bool:
        """Tell whether a cookie is kept from scripts, or may be, for all that can be seen."""
        for argument in node.arguments:
            if argument.name is not None and argument.name.lower() == giving.guard:
                return _is_true(self.evaluator.things(argument.value, site))
            if argument.spread == "map":
                return True
        positional = [each for each in node.arguments if each.name is None and not each.spread][giving.skip :]
        # Options stand behind a name and a value; one argument alone is all of it: `cookies.set({ name, value, httpOnly: true })`.
        for argument in positional[2:] or positional[:1] * (len(positional) == 1):
            for thing in self.evaluator.things(argument.value, site):
                if not isinstance(thing, Mapping):
                    return not isinstance(thing, Scalar)
                held = [item.things for item in thing.items if (item.key.text or "").lower() == giving.guard]
                return _is_true(held[-1]) if held else not thing.complete
        return False

    def _kept(self, node: syntax.Call, sink: str, place: tuple[int, int], site: Site) -> None:
        key, value = place
        positional = [each.value for each in node.arguments if each.name is None and not each.spread]
        if value >= len(positional):
            return
        names = self.evaluator.values(positional[key], site) if key >= 0 else ()
        self._keep(node.span, sink, names, positional[value], site)

    def _keep(self, span: Span, sink: str, names: tuple[Value, ...], value: syntax.Expression, site: Site) -> None:
        entries = list(self._entries(value, site))
        values = tuple(dict.fromkeys(each for entry in entries for each in entry.values))
        inner = tuple(entry.name for entry in entries if entry.name.text)
        self.facts.storages.append(Storage(span, sink, (*names, *inner), values, site.scope.context))

    # Assignments and maps ----------------------------------------------------------------------------------------------

    def assign(self, statement: syntax.Assign, site: Site) -> None:
        """Look at an assignment: `localStorage.token = x`, `document.cookie = x`, `response.headers["X"] = x`, `res.locals.x = x`."""
        target = statement.target
        if not isinstance(target, syntax.Attribute | syntax.Index):
            return
        owner = _GLOBALS.sub("", _spelled(target.owner))
        name = self._key(target, site)
        whole = f"{owner}.{target.name}" if isinstance(target, syntax.Attribute) else ""
        if owner in self.library.stores:
            self._keep(statement.span, owner, (name,) if name is not None else (), statement.value, site)
        elif whole in self.library.stores:
            self._keep(statement.span, whole, (), statement.value, site)
        elif isinstance(target, syntax.Attribute) and target.name == "value" and (cell := self._cell(target.owner, site)):
            self._keep(statement.span, cell, (), statement.value, site)
        elif (how := self.library.filled.get(whole) or self.library.filled.get(owner)) is not None:
            if any(_is_kept_from_scripts(thing) for thing in self.evaluator.things(statement.value, site)):
                return
            known = name if owner in self.library.filled and name is not None else _nameless(statement.span)
            entries = [
                Parameter(known, entry.values, entry.span) if not entry.name.text else entry
                for entry in self._entries(statement.value, site)
            ]
            self.answered.add(statement.value.span)
            self._add(statement.span, whole or owner, how, entries, site)
        elif isinstance(target, syntax.Index) and name is not None and (how := self._answering(site)):
            self._add(
                statement.span, owner, how, [Parameter(name, self.evaluator.values(statement.value, site), statement.value.span)], site
            )

    def _cell(self, owner: syntax.Expression, site: Site) -> str:
        """Give what makes an object whose `value` a browser keeps; empty if this is none."""
        if not self.library.cells or not isinstance(owner, syntax.Name):
            return ""
        found = self.index.path(owner, site.scope)
        bound = found[0].binds.get(found[1], ())[-1:] if found is not None else ()
        made = (last_name(each.value.function) for each in bound if isinstance(each.value, syntax.Call))
        return next((name for name in made if name in self.library.cells), "")

    def _answering(self, site: Site) -> str:
        """Say as what the function around gives what it puts together, where it is one that a framework asks for that."""
        scope = _function_of(site.scope)
        return self.library.answering.get(scope.name, "") if scope is not None and scope.name not in self.library.servers else ""

    def _key(self, target: syntax.Attribute | syntax.Index, site: Site) -> Value | None:
        if isinstance(target, syntax.Index):
            return self.evaluator.values(target.key, site)[0]
        return self.evaluator.values(syntax.Str(target.span, target.name, target.span, verbatim=False), site)[0]

    def map(self, node: syntax.Map, keys: list[str | None], context: tuple[str, ...], site: Site) -> None:
        """Look at a map: a part of a build's configuration, or a function's answer with `statusCode` and `body`."""
        for handed in self.library.handovers:
            if handed.files.search(self.facts.document.path) and handed.path == context[len(context) - len(handed.path) :]:
                self._hand_over(self.evaluator.things(node, site), handed.how)
        if "statusCode" in keys and "body" in keys:
            entries = [
                entry for each, key in zip(node.entries, keys, strict=True) if key == "body" for entry in self._entries(each.value, site)
            ]
            self._add(node.span, "body", "a response's body", entries, site)

    def _defined(self, node: syntax.Call, how: str, site: Site) -> None:
        for argument in node.arguments[:1]:
            self._hand_over(self.evaluator.things(argument.value, site), how)

    def _hand_over(self, things: Things, how: str, depth: int = 0) -> None:
        for thing in things:
            if isinstance(thing, Mapping):
                for item in thing.items:
                    values = self.evaluator.strings(item.things, item.span)
                    span = type(item.span)(min(item.key.span.start, item.span.start), item.span.end)
                    if item.key.text is not None and not any(isinstance(each, Mapping) for each in item.things):
                        self.facts.handovers.append(Handover(item.key.text, values, span, how))
                    elif depth < _DEPTH:
                        self._hand_over(item.things, how, depth + 1)
            elif isinstance(thing, Sequence):
                for held in thing.items:
                    for value in self.evaluator.strings(held, thing.span):
                        if value.text:
                            self.facts.handovers.append(Handover(value.text, (), value.place(0, 1), how))

    # Functions ---------------------------------------------------------------------------------------------------------

    def function(self, node: syntax.Function) -> None:
        """Look at a function: one that runs on the server alone is kept apart from the client's code around it."""
        if _says_server(node.body[0] if node.body else None) or self._serves(node.name):
            self.facts.reserved.append(node.span)

    def _serves(self, name: str) -> bool:
        needed = self.library.servers.get(name)
        return needed is not None and (
            not needed or re.search(needed, f"{self.facts.document.path}\n{self.facts.document.text}") is not None
        )

    def returned(self, statement: syntax.Return, site: Site) -> None:
        """Look at what a function returns that a framework calls to answer."""
        scope = _function_of(site.scope)
        if statement.value is None or scope is None or not isinstance(scope.node, syntax.Function):
            return
        node = scope.node
        routed = any(last_name(each) in self.library.routes and not isinstance(each, syntax.Name) for each in node.decorators)
        if routed or any(last_name(each) in self.library.context_decorators for each in node.decorators):
            self._answer(statement.value, statement.span, node.name, "a response's body" if routed else "a template's context", site)
        elif self._is_action(node, scope):
            self._answer(statement.value, statement.span, node.name, "a server action's answer", site)
        elif node.name in self.library.answering and (node.name not in self.library.servers or self._serves(node.name)):
            self._answer(statement.value, statement.span, node.name, self.library.answering[node.name], site)

    def _is_action(self, node: syntax.Function, scope: Scope) -> bool:
        """Tell whether browsers may call a function as it stands: it says "use server", or its file does and it is exported."""
        if not self.library.elements:
            return False
        if _says_server(node.body[0] if node.body else None):
            return True
        program = scope.parent.node if scope.parent is not None else None
        if not isinstance(program, syntax.Program) or not _says_server(program.body[0] if program.body else None):
            return False
        document = self.facts.document
        return document.text.startswith("export", document.line_span(document.line_number(node.span.start)).start)

    def _answer(self, value: syntax.Expression, span: Span, sink: str, how: str, site: Site) -> None:
        if isinstance(value, syntax.Call) and last_name(value.function) in self.library.exposing:
            return  # the call says it
        self._add(span, sink, how, self._content(self.evaluator.things(value, site), value.span), site)

    def _returned_by(self, node: syntax.Expression, sink: str, site: Site) -> None:
        scope = self.index.lambdas.get(id(node))
        for value, block in scope.returns if scope is not None else ():
            inner = type(site)(scope, block, value.span.start)  # type: ignore[arg-type]  # there are no returns without a scope
            self._answer(value, value.span, sink, "a response's body", inner)

    def _content(self, things: Things, span: Span) -> list[Parameter]:
        held = [item for thing in things if isinstance(thing, Mapping) for item in thing.items if item.key.text in _CONTENT]
        if held:
            return [entry for item in held for entry in self._spread(item.things, item.span, 0)]
        return list(self._spread(things, span, 0))

    # Values ------------------------------------------------------------------------------------------------------------

    def _entries(self, node: syntax.Expression, site: Site) -> Iterator[Parameter]:
        return self._spread(self.evaluator.things(node, site), node.span, 0)

    def _spread(self, things: Things, span: Span, depth: int) -> Iterator[Parameter]:
        """Give what things hold: a map's entries one by one, maps inside it too."""
        for thing in things:
            if isinstance(thing, Mapping):
                for item in thing.items:
                    if depth < _DEPTH and any(isinstance(each, Mapping | Sequence) for each in item.things):
                        yield from self._spread(item.things, item.span, depth + 1)
                    else:
                        yield Parameter(item.key, self.evaluator.strings(item.things, item.span), item.span)
            elif isinstance(thing, Sequence):
                for held in thing.items if depth < _DEPTH else ():
                    yield from self._spread(held, thing.span, depth + 1)
            elif isinstance(thing, Object) and thing.own is not None and (fields := self.evaluator.record(thing)):
                yield from self._fields(thing, fields, span)
            else:
                yield Parameter(_nameless(span), self.evaluator.strings((thing,), span), _place(thing, span))

    def _fields(self, made: Object, fields: dict[str, Things], span: Span) -> Iterator[Parameter]:
        """Give what an object of a class of this file is given when it is made, without the fields that are left out of what is written."""
        node = made.own.node if made.own is not None else None
        declared = self.facts.document.text[node.span.start : node.span.end][:_DECLARED] if isinstance(node, syntax.Class) else ""
        for name, things in fields.items():
            kept = not re.search(_LEFT_OUT.format(re.escape(name)), declared)
            for thing in things if kept else ():
                yield Parameter(as_key(name, span), self.evaluator.strings((thing,), span), _place(thing, span))

    def _entry(self, argument: syntax.Argument, site: Site) -> Parameter:
        name = syntax.Str(argument.value.span, argument.name or "", argument.value.span, verbatim=False)
        return Parameter(self.evaluator.values(name, site)[0], self.evaluator.values(argument.value, site), argument.value.span)

    def _add(self, span: Span, sink: str, how: str, entries: Iterable[Parameter], site: Site) -> None:
        kept = tuple(entries)[:_MOST]
        if kept:
            self.facts.responses.append(Response(span, "" if sink == _RENDERED else sink, how, kept, site.scope.context))

    def _is_handed_over(self, node: syntax.Call, site: Site) -> bool:
        """Tell whether a call is a component that a page, rendered on the server, takes from another module and gives its props."""
        if not self._is_element(node, _COMPONENT) or not _PAGE.search(self.facts.document.path):
            return False
        module = self.evaluator.index.imported(node.function, site.scope) or self.evaluator.qualified(node.function, site) or ""
        return "." in module and not re.search(r"(?i)server", module)

    def _is_element(self, node: syntax.Call, names: re.Pattern[str] = _ELEMENT) -> bool:
        """Tell whether a call is an element of markup: one whose arguments are all named, in a language that has no such calls."""
        return (
            self.library.elements
            and isinstance(node.function, syntax.Name)
            and bool(node.arguments)
            and bool(names.fullmatch(node.function.id))
            and all(each.name is not None or each.spread for each in node.arguments)
            and any(each.name is not None for each in node.arguments)
        )


def _says_server(statement: syntax.Statement | None) -> bool:
    """Tell whether a statement is the directive that keeps what it begins on the server."""
    said = statement.value if isinstance(statement, syntax.Evaluate) else None
    return isinstance(said, syntax.Str) and said.text == "use server"


def _is_rendered(attribute: str) -> bool:
    """Tell whether an attribute's value ends up in the page: a handler's does not."""
    return not re.match(r"on[A-Z]|ref$|key$", attribute)


def _is_kept_from_scripts(thing: Thing) -> bool:
    """Tell whether a map describes a cookie that scripts cannot read."""
    return isinstance(thing, Mapping) and any((item.key.text or "").lower() == "httponly" and _is_true(item.things) for item in thing.items)


def _is_true(things: Things) -> bool:
    return all(not isinstance(thing, Scalar) or bool(thing.value) for thing in things)


def _place(thing: Thing, span: Span) -> Span:
    """Give where what is not named is taken in: its own place, if that is inside."""
    return thing.span if thing.span in span else span


def _nameless(span: Span) -> Value:
    return Value((), span)


def _function_of(scope: Scope) -> Scope | None:
    inner: Scope | None = scope
    while inner is not None and inner.kind != "function":
        inner = inner.parent
    return inner


def _spelled(node: syntax.Expression) -> str:
    """Give a chain of names as code spells it; calls and keys in it are left out."""
    parts: list[str] = []
    while True:
        match node:
            case syntax.Attribute():
                parts.append(node.name)
                node = node.owner
            case syntax.Call():
                node = node.function
            case syntax.Name():
                parts.append(node.id)
                return ".".join(reversed(parts))
            case _:
                return ".".join(reversed(parts))
