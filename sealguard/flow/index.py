"""Walks a program once, before anything is evaluated: where each name is bound and changed, and who calls what."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.flow.arranged import arranged
from sealguard.flow.configured import is_settings
from sealguard.flow.links import Links
from sealguard.flow.scopes import Bind, Change, Scope, Site, last_name, own_calls, spelled
from sealguard.flow.settings import Settings
from sealguard.syntax import EXPORT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.flow.library import Library
    from sealguard.flow.modules import Modules


_TAG: Final = re.compile(r"(\w+):\"([^\",]+)[^\"]*\"")
_MERGING: Final = frozenset({"update", "merge", "putAll", "merge!", "extend", "assign"})

_ADDING: Final = frozenset(
    {
        *("setdefault", "set", "append", "add", "put", "putheader", "add_header", "header", "setRequestProperty", "Set", "Add"),
        *(
            "setHeader",
            "setRequestHeader",
            "default_header",
            "push_header",
            "addHeader",
            "TryAddWithoutValidation",
            "SetRequestHeader",
            "addRequestProperty",
            "insert",
            "insert_header",
            "append_header",
        ),
    }
)

CONSTRUCTORS: Final = ("__init__", "constructor", "initialize", "__construct", "init")
"""What languages call the function that makes an object."""

_DECLARING_OPTIONS: Final = frozenset({"add_argument", "add_option", "option", "argument"})

_MOST_BASES: Final = 16


class Index:
    """All scopes, bindings, changes, calls and expressions of one program, and of those that it draws on or that draw on it.

    What is imported from a neighbour is bound here to what that binds itself, so that nothing but this index knows of files.
    """

    def __init__(self, program: syntax.Program, library: Library, modules: Modules | None = None, path: str = "") -> None:
        """Walk `program`, which is that of the file at `path`, and those of its neighbours, once."""
        self.library = library
        self.module = Scope("module", program.name, None, program)
        self.scopes: list[Scope] = [self.module]
        self.calls: dict[str, list[tuple[syntax.Call, Site]]] = {}
        """Calls by the last name of what they call."""
        self.options: dict[str, list[tuple[syntax.Call, Site]]] = {}
        """Calls that declare an option or argument of the command line, by its name as code spells it."""
        self.decorations: list[tuple[syntax.Call, Site]] = []
        """Decorators as the calls they are: each is given the function behind it."""
        self.statements: list[tuple[syntax.Statement, Site]] = []
        """Those of the program itself."""
        self.around: list[tuple[syntax.Statement, Site]] = []
        """Those of its neighbours: what they do is said where they are looked at themselves."""
        self.lambdas: dict[int, Scope] = {}
        self._classes: dict[str, list[Scope]] = {}
        self._parts: dict[int, list[Scope]] = {}
        """All parts of a class that stands in several files, by the identity of each."""
        self.holders: dict[int, syntax.Map] = {}
        """The maps that functions without a name, and maps, are entries of, by the identity of what is held."""
        self.lambda_calls: dict[int, list[tuple[syntax.Call, Site]]] = {}
        """Calls that are arranged of a function without a name."""
        self.assigned: dict[int, tuple[Scope, str]] = {}
        """What the value of an assignment is bound to, by the identity of its expression."""
        self.authorized: dict[int, tuple[syntax.Expression, syntax.Expression]] = {}
        """Name and value of the headers that calls set that are given a token alone, by the identity of the call."""
        self.aliases: dict[str, set[str]] = {}
        """What data calls the fields of classes, by their names."""
        self._by_node: dict[int, Scope] = {}
        self._pairs: dict[tuple[int, str, str], syntax.Expression] = {}
        """The maps that loops go over, by scope and the names of key and value."""
        self._entered: dict[int, Scope] = {}
        self._blocks = 0
        self._imports: list[tuple[Scope, Bind]] = []
        self.settings = Settings(modules.settings() if modules is not None else ())
        self.configuring: dict[str, Scope] = {}
        """Of the neighbours, those that hold settings, by path."""
        self._body(program.body, self.module, ())
        if modules is not None:
            own = len(self.statements)
            self._join(modules, path)
            self.around = self.statements[own:]
            del self.statements[own:]

    def _join(self, modules: Modules, path: str) -> None:
        """Walk the neighbours, and bind what is imported from them to what they have."""
        homes = {path: self.module}
        for module in modules.of(self.library):
            homes[module.path] = scope = Scope("module", module.program.name, None, module.program)
            self.scopes.append(scope)
            self._body(module.program.body, scope, ())
        self.configuring = {each: scope for each, scope in homes.items() if is_settings(each)}
        links = Links(modules, homes, self.settings.homes)
        for scope, bind in self._imports:
            links.bind(scope, bind)
        if self.library.bare:
            links.reopen()
        if self.library.typed:
            self._parts = links.unite()
        links.share()

    @property
    def is_configured(self) -> bool:
        """Whether there are settings that the program can read by their keys."""
        return bool(self.settings or self.configuring)

    def imported(self, node: syntax.Expression, scope: Scope) -> str | None:
        """Give where a name comes from that is imported from a neighbour, as code spells it; `None` for any other."""
        if not isinstance(node, syntax.Name):
            return None
        home = scope.lookup(node.id)
        found = (bind.value for around, bind in self._imports if around is home)
        named = (each for each in found if isinstance(each, syntax.Import) and each.alias == node.id)
        return next((f"{each.module}.{each.name}" if each.name else f"{each.module}.{each.alias}" for each in named), None)

    def sole(self, node: syntax.Expression, scope: Scope) -> Bind | None:
        """Give the one way in which a name, or a path, gets a value; `None` where there are several, or none that can be seen."""
        found = self.path(node, scope)
        binds = found[0].binds.get(found[1], ()) if found is not None else ()
        return binds[0] if len(binds) == 1 else None

    def by_class(self, name: str, near: Scope | None = None) -> Scope | None:
        """Find a class by its name: where several files have one, that of the file around `near`, or the one that it sees."""
        found = self._classes.get(name, [])
        if len(found) < 2 or near is None:  # noqa: PLR2004 - one is meant wherever it is named
            return found[0] if found else None
        home = near.module
        own = next((each for each in found if each.module is home), None)
        seen = (bind.value for bind in home.binds.get(name, ()))
        return own or next((each for each in seen if isinstance(each, Scope) and each.kind == "class"), found[0])

    def made(self, own: Scope) -> list[tuple[syntax.Call, Site]]:
        """Give the calls that make an object of a class."""
        parts = self._parts.get(id(own), [own])
        return [(call, site) for call, site in self.calls.get(own.name, []) if self.by_class(own.name, site.scope) in parts]

    def bases(self, scope: Scope) -> list[Scope]:
        """Give the classes of this file that a class inherits from, nearest first."""
        found: list[Scope] = []
        pending = [scope]
        while pending and len(found) < _MOST_BASES:
            node = pending.pop(0).node
            for base in node.bases if isinstance(node, syntax.Class) else ():
                own = self.by_class(base.id, scope) if isinstance(base, syntax.Name) else None
                if own is not None and own not in found and own is not scope:
                    found.append(own)
                    pending.append(own)
        return found

    def constructor(self, scope: Scope) -> Scope | None:
        """Give the constructor of a class of this file, its own or one that it inherits."""
        for each in (scope, *self.bases(scope)):
            for name in CONSTRUCTORS:
                for bind in each.binds.get(name, ()):
                    if isinstance(bind.value, Scope):
                        return bind.value
        return None

    def subclasses(self, scope: Scope) -> list[Scope]:
        """Give the classes of this file that inherit from a class."""
        return [each for each in self.scopes if each.kind == "class" and scope in self.bases(each)][:_MOST_BASES]

    # Statements --------------------------------------------------------------------------------------------------------

    def _body(self, body: Sequence[syntax.Statement], scope: Scope, block: tuple[int, ...]) -> None:
        for statement in body if self.library.typed else ():
            if isinstance(statement, syntax.Class):
                # A class is known by name before the first function that is given one of its objects.
                self._entered[id(statement)] = self._enter("class", statement.name, scope, statement, block)
        for statement in body:
            self._statement(statement, scope, block)

    def _inner(self, body: Sequence[syntax.Statement], scope: Scope, block: tuple[int, ...]) -> None:
        self._blocks += 1
        self._body(body, scope, (*block, self._blocks))

    def _statement(self, statement: syntax.Statement, scope: Scope, block: tuple[int, ...]) -> None:
        self.statements.append((statement, Site(scope, block, statement.span.start)))
        for expression in syntax.expressions(statement):
            self._expression(expression, scope, block)
        match statement:
            case syntax.Declare(name=name, type=declared) | syntax.Assign(target=syntax.Name(id=name), type=declared) if declared:
                scope.types[name] = declared
        match statement:
            case syntax.Assign(target=syntax.Name() as target, value=syntax.Call() as made) if (fields := _record_fields(made)) is not None:
                record = syntax.Class(made.span, target.id, (), ())
                self._enter("class", target.id, scope, record, block).fields.extend(fields)
            case syntax.Assign():
                augmented = statement.operator != "="
                self._assign(statement.target, statement.value, scope, block, augmented=augmented, declares=statement.declares)
                self._target(statement.target, scope, block)
            case syntax.Declare():
                scope.declare(statement.name)
                if tags := tuple((match[1], match[2]) for match in _TAG.finditer(statement.tag)):
                    scope.tags[statement.name] = tags
                    self.aliases.setdefault(statement.name, set()).update(name for _, name in tags)
            case syntax.Export():
                self._bind(scope, f"{EXPORT}{statement.name}", Bind(scope, statement.value, block, statement.span))
            case syntax.Evaluate():
                self._append(statement.value, scope, block)
                self._apply(statement.value, scope, block)
            case syntax.Return() if statement.value is not None:
                scope.returns.append((statement.value, block))
                if self.library.bare:
                    self._apply(statement.value, scope, block)
            case syntax.Import():
                bind = Bind(scope, statement, block, statement.span)
                self._imports.append((scope, bind))
                self._bind(scope, statement.alias, bind)
            case syntax.Function():
                self._function(statement, scope, block)
            case syntax.Class():
                inner = self._entered.get(id(statement)) or self._enter("class", statement.name, scope, statement, block)
                inner.declared.update(each.name for each in statement.body if isinstance(each, syntax.Declare))
                self._body(statement.body, inner, block)
            case _:
                self._compound(statement, scope, block)

    def _pair(self, target: syntax.Expression, head: syntax.Expression, scope: Scope) -> None:
        """Note the names that a loop gives a map's keys and values: `for name, value in headers.items()`."""
        match target:
            case syntax.Seq(items=(syntax.Name(id=key), syntax.Name(id=value))):
                if (
                    isinstance(head, syntax.Call)
                    and last_name(head) in {"items", "entries"}
                    and isinstance(head.function, syntax.Attribute)
                ):
                    head = head.arguments[0].value if head.arguments else head.function.owner
                self._pairs[id(scope.node), key, value] = head
            case syntax.Name(id=entry) if isinstance(head, syntax.Call) and last_name(head) in {"entrySet", "entries"}:
                if isinstance(head.function, syntax.Attribute):
                    self._pairs[id(scope.node), entry, entry] = head.function.owner
            case syntax.Name(id=entry) if isinstance(head, syntax.Name | syntax.Attribute):
                self._pairs[id(scope.node), entry, entry] = head

    def _compound(self, statement: syntax.Statement, scope: Scope, block: tuple[int, ...]) -> None:
        match statement:
            case syntax.If():
                self._inner(statement.body, scope, block)
                self._inner(statement.otherwise, scope, block)
            case syntax.Switch():
                self._body(statement.branches, scope, block)
            case syntax.Loop():
                if statement.target is not None and statement.head is not None:
                    self._pair(statement.target, statement.head, scope)
                    self._assign(statement.target, statement.head, scope, block, element=True)
                self._inner(statement.body, scope, block)
            case syntax.With():
                if statement.target is not None:
                    self._assign(statement.target, statement.head, scope, block)
                self._body(statement.body, scope, block)
            case syntax.Try():
                self._body(statement.body, scope, block)
                for handler in statement.handlers:
                    if handler.name:
                        self._bind(scope, handler.name, Bind(scope, None, block, statement.span))
                    for caught in handler.types:
                        self._expression(caught, scope, block)
                    self._inner(handler.body, scope, block)
                self._body(statement.final, scope, block)

    def _enter(
        self, kind: str, name: str, scope: Scope, node: syntax.Class | syntax.Function | syntax.Lambda, block: tuple[int, ...]
    ) -> Scope:
        inner = Scope(kind, name, scope, node, block=block, implicit=kind == "class" and self.library.implicit)
        self.scopes.append(inner)
        if kind == "class":
            self._classes.setdefault(name, []).append(inner)
        if name:
            self._bind(scope, name, Bind(scope, inner, block, node.span))
        return inner

    def _function(self, node: syntax.Function, scope: Scope, block: tuple[int, ...]) -> None:
        inner = self._enter("function", node.name, scope, node, block)
        self._by_node[id(node)] = inner
        for each in node.decorators:
            given = syntax.Argument(syntax.Name(each.span, node.name))
            self.decorations.append((syntax.Call(each.span, each, (given,)), Site(scope, block, node.span.end)))
        if scope.kind == "class" and node.parameters and self.library.receiver(node):
            inner.receiver = node.parameters[0].name
        self._parameters(node.parameters, inner)
        self._body(node.body, inner, block)

    def _parameters(self, parameters: Sequence[syntax.Parameter], inner: Scope) -> None:
        for parameter in parameters:
            if parameter.name != inner.receiver:
                self._bind(inner, parameter.name, Bind(inner, parameter, (), parameter.span))

    # Assignments -------------------------------------------------------------------------------------------------------

    def _bind(self, scope: Scope, path: str, bind: Bind) -> None:
        scope.binds.setdefault(path, []).append(bind)

    def _assign(
        self,
        target: syntax.Expression,
        value: syntax.Expression,
        scope: Scope,
        block: tuple[int, ...],
        *,
        element: bool = False,
        augmented: bool = False,
        declares: bool = True,
        position: int | None = None,
    ) -> None:
        if isinstance(target, syntax.Map):
            self._take_apart(target, value, scope, block, declares=declares)
            return
        if isinstance(target, syntax.Seq):
            literal = value if isinstance(value, syntax.Seq) and not element and len(value.items) == len(target.items) else None
            if element and self.library.results and len(target.items) == 2:  # noqa: PLR2004 - Go's index and item
                self._assign(target.items[1], value, scope, block, element=True, declares=declares)
                return
            for at, each in enumerate(target.items):
                if literal is not None:
                    self._assign(each, literal.items[at], scope, block, declares=declares)
                else:
                    self._assign(each, value, scope, block, element=element, declares=declares, position=at)
            return
        if isinstance(target, syntax.Index):
            found = self.path(target.owner, scope)
            for place in (found, self._of_class(target.owner, scope)):
                if place is not None:
                    self._change(place, Change(scope, target.key, value, block, target.span))
            return
        if isinstance(target, syntax.Attribute) and self.library.attributes and (owner := self.path(target.owner, scope)) is not None:
            key = syntax.Str(target.span, target.name, target.span, verbatim=False)
            self._change(owner, Change(scope, key, value, block, target.span, attribute=True))
        found = self.path(target, scope, binding=declares)
        if found is None:
            return
        if (member := self._of_class(target, scope)) is not None:
            self._bind(*member, Bind(scope, value, block, target.span, element, position))
        home, path = found
        if isinstance(target, syntax.Name) and not declares:
            home = scope.home(path)
        if not position:
            self.assigned[id(value)] = home, path
        earlier = home.binds.get(path, [None])[-1] if augmented else None
        self._bind(home, path, Bind(scope, value, block, target.span, element, position, augmented, earlier))
        if home.kind == "class" and scope is home and path not in home.fields:
            home.fields.append(path)

    def _take_apart(self, target: syntax.Map, value: syntax.Expression, scope: Scope, block: tuple[int, ...], *, declares: bool) -> None:
        """Bind what a map is taken apart into: `{ token, url: base = "..." } = value`."""
        for entry in target.entries:
            if not isinstance(entry.key, syntax.Str):
                continue
            held: syntax.Expression = syntax.Attribute(entry.value.span, value, entry.key.text)
            inner = entry.value
            if isinstance(inner, syntax.Assigned):
                held, inner = syntax.Choice(entry.value.span, (held, inner.value)), inner.target
            self._assign(inner, held, scope, block, declares=declares)

    def _change(self, found: tuple[Scope, str], change: Change) -> None:
        home, path = found
        if (names := _entry_names(change)) is not None:
            pair = self._pairs.get((id(change.scope.node), *names))
            change = replace(change, key=None, value=pair) if pair is not None else change
        home.changes.setdefault(path, []).append(change)

    def _target(self, target: syntax.Expression, scope: Scope, block: tuple[int, ...]) -> None:
        """Walk the calls inside an assignment's target: `client().headers["x"] = ...`."""
        if isinstance(target, syntax.Attribute | syntax.Index):
            for child in syntax.children(target):
                self._expression(child, scope, block)

    def path(self, expression: syntax.Expression, scope: Scope, *, binding: bool = False) -> tuple[Scope, str] | None:
        """Give the scope and path that an expression spells; `binding` binds a new name here rather than where one is."""
        attributes: list[str] = []
        while True:
            if self.library.bare and isinstance(expression, syntax.Call) and not expression.arguments:
                expression = expression.function
                continue
            if isinstance(expression, syntax.Index) and isinstance(key := expression.key, syntax.Str) and "." not in key.text:
                # `options["headers"]["Accept"] = ...` puts something into what `options` holds.
                attributes.append(key.text)
                expression = expression.owner
                continue
            if isinstance(expression, syntax.Index) and isinstance(expression.key, syntax.Str):
                attributes.append(expression.key.text)  # `options["headers"]["Accept"] = ...`
            elif isinstance(expression, syntax.Attribute):
                attributes.append(expression.name)
            else:
                break
            expression = expression.owner
        if not isinstance(expression, syntax.Name):
            return None
        attributes.reverse()
        method = scope.method
        if attributes and method is not None and expression.id == method.receiver and method.owner is not None:
            return method.owner, ".".join(attributes)
        if attributes and self.library.bare and scope.kind == "class" and expression.id == "self":
            return scope, ".".join(attributes)
        if attributes and (own := self.by_class(expression.id, scope)) is not None:
            return own, ".".join(attributes)
        home = scope if binding and not attributes else scope.lookup(expression.id, called=expression.called) or scope
        return home, ".".join([expression.id, *attributes])

    def _of_class(self, expression: syntax.Expression, scope: Scope) -> tuple[Scope, str] | None:
        """Give the class of this file, and the path in it, of what is spelled as an attribute of one of its objects."""
        attributes: list[str] = []
        while isinstance(expression, syntax.Attribute):
            attributes.append(expression.name)
            expression = expression.owner
        if not (self.library.typed and attributes and isinstance(expression, syntax.Name)):
            return None
        home = scope.lookup(expression.id)
        bind = home.binds[expression.id][-1] if home is not None else None
        match bind.value if bind is not None else None:
            case syntax.Parameter(type=name) if name:
                own = self.by_class(name, scope)
            case syntax.Call(function=syntax.Name(id=name)):
                own = self.by_class(name, scope)
            case _:
                return None
        return (own, ".".join(reversed(attributes))) if own is not None else None

    def _apply(self, node: syntax.Expression, scope: Scope, block: tuple[int, ...]) -> None:
        """Note a statement that only adds to what it begins with: `request.SetHeader(name, value).SetBody(body)`."""
        calls: list[syntax.Call] = []
        while isinstance(node, syntax.Call) and isinstance(node.function, syntax.Attribute):
            if node.function.name not in self.library.chained:
                return
            calls.append(node)
            node = node.function.owner
        if not calls or (found := self.path(node, scope)) is None:
            return
        for place in (found, self._of_class(node, scope)):
            if place is not None:
                sites = [(call, Site(scope, block, call.span.start)) for call in reversed(calls)]
                place[0].applied.setdefault(place[1], []).extend(sites)

    def _append(self, call: syntax.Expression, scope: Scope, block: tuple[int, ...]) -> None:
        """Note what is added to a text: `builder.append("a").append(b)`."""
        added: list[syntax.Expression] = []
        node: syntax.Expression = call
        while isinstance(node, syntax.Call) and isinstance(node.function, syntax.Attribute):
            if node.function.name not in self.library.appending:
                return
            added.extend(argument.value for argument in node.arguments[:1])
            node = node.function.owner
        if not added or not isinstance(node, syntax.Name):
            return
        home = scope.home(node.id)
        if node.id not in home.binds and node.id not in home.declared:
            return
        for value in reversed(added):
            # What is declared and given no value is empty.
            earlier = home.binds.get(node.id, [None])[-1]
            self._bind(home, node.id, Bind(scope, value, block, value.span, augmented=earlier is not None, earlier=earlier))

    # Expressions -------------------------------------------------------------------------------------------------------

    def _expression(self, node: syntax.Expression, scope: Scope, block: tuple[int, ...]) -> None:
        match node:
            case syntax.Call():
                self._call(node, scope, block)
            case syntax.Assigned():
                self._assign(node.target, node.value, scope, block, declares=node.declares)
            case syntax.Lambda():
                inner = self._enter("function", "", scope, node, block)
                self.lambdas[id(node)] = inner
                self._parameters(node.parameters, inner)
                self._body(node.body, inner, block)
            case syntax.Each():
                self._assign(node.target, node.head, scope, block, element=True)
            case syntax.Map():
                self.holders.update((id(each.value), node) for each in node.entries if isinstance(each.value, syntax.Lambda | syntax.Map))
        for child in syntax.children(node):
            self._expression(child, scope, block)
        if isinstance(node, syntax.Call) and self.library.bare:
            # What is written behind `Sealmetrics.configure` is about Sealmetrics.
            for argument in node.arguments:
                if argument.name == syntax.BLOCK and id(argument.value) in self.lambdas:
                    self.lambdas[id(argument.value)].name = spelled(node.function)

    def _called_bare(self, node: syntax.Call, name: str, site: Site) -> None:
        """Note what a class tells what it inherits from, and the function that a call passes what it makes to."""
        positional = [each.value for each in node.arguments if each.name is None and not each.spread]
        named = [each for each in node.arguments if each.name is not None and each.name != syntax.BLOCK]
        if site.scope.kind == "class" and isinstance(node.function, syntax.Name) and (positional or named):
            entries = tuple(
                syntax.Entry(syntax.Str(each.value.span, each.name or "", each.value.span, verbatim=False), each.value) for each in named
            )
            options = [syntax.Map(node.span, entries)] if entries else []
            values = [*positional, *options]
            told = values[0] if len(values) == 1 else syntax.Seq(node.span, tuple(values))
            self._bind(site.scope, f".{name}", Bind(site.scope, told, site.block, node.span))
        block = next((each.value for each in node.arguments if each.name == syntax.BLOCK), None)
        if isinstance(block, syntax.Lambda) and name in self.library.passing:
            rest = tuple(each for each in node.arguments if each.name != syntax.BLOCK)
            given: syntax.Expression = syntax.Call(node.span, node.function, rest)
            if name in {"tap", "then", "yield_self"} and isinstance(node.function, syntax.Attribute):
                given = node.function.owner
            self.lambda_calls.setdefault(id(block), []).append((syntax.Call(node.span, block, (syntax.Argument(given),)), site))

    def _called_later(self, node: syntax.Call, name: str, site: Site) -> None:
        """Note the calls that a call arranges: `Thread(target=f, args=(x,))`, `executor.submit(f, x)`, `task.delay(x)`."""
        for function, arguments in arranged(node, name):
            call = syntax.Call(node.span, function, arguments)
            if isinstance(function, syntax.Lambda):
                self.lambda_calls.setdefault(id(function), []).append((call, site))
            else:
                self.calls.setdefault(last_name(function), []).append((call, site))

    def _written(self, node: syntax.Call, made: syntax.Call, name: str, scope: Scope, block: tuple[int, ...]) -> None:
        """Let a buffer be what is written into it."""
        if self.library.writers.get(last_name(made.function)) != name or not (made.arguments and node.arguments):
            return
        buffer = made.arguments[0].value
        if isinstance(buffer, syntax.Name):
            home = scope.home(buffer.id)
            known = home.binds.get(buffer.id, [])
            empty = [
                bind for bind in known if isinstance(bind.value, syntax.Call) and last_name(bind.value.function) in self.library.buffers
            ]
            if len(empty) == len(known) and (known or buffer.id in home.declared):
                self._bind(home, buffer.id, Bind(scope, node.arguments[0].value, block, node.span))

    def _call(self, node: syntax.Call, scope: Scope, block: tuple[int, ...]) -> None:
        site = Site(scope, block, node.span.start)
        function = node.function
        name = last_name(function)
        self.calls.setdefault(name, []).append((node, site))
        if name in _DECLARING_OPTIONS:
            for argument in node.arguments:
                if isinstance(argument.value, syntax.Str) and (argument.name is None or argument.name == "dest"):
                    self.options.setdefault(argument.value.text.lstrip("-").replace("-", "_"), []).append((node, site))
        self._called_later(node, name, site)
        if self.library.bare:
            self._called_bare(node, name, site)
        for argument in node.arguments:
            if isinstance(argument.value, syntax.Name | syntax.Attribute) and not argument.spread:
                home = self.path(argument.value, scope)
                if home is not None:
                    home[0].handed.setdefault(home[1], []).append((node, site))
        if not isinstance(function, syntax.Attribute):
            return
        if self.library.writers and isinstance(function.owner, syntax.Call):
            self._written(node, function.owner, name, scope, block)
        found = self.path(function.owner, scope)
        if found is not None:
            own = own_calls(node.arguments[-1].value, function.owner) if name in self.library.scoping and node.arguments else ()
            for call in own:
                if isinstance(call.function, syntax.Attribute):
                    self._added(call, call.function, found, scope, block)
                self._apply(call, scope, block)
            self._added(node, function, found, scope, block)

    def _added(self, node: syntax.Call, function: syntax.Attribute, found: tuple[Scope, str], scope: Scope, block: tuple[int, ...]) -> None:
        """Note what a method puts into the map or object that it is called on."""
        name = function.name
        positional = [argument.value for argument in node.arguments if argument.name is None and not argument.spread]
        named = [argument for argument in node.arguments if argument.name is not None]
        if name == "assign" and isinstance(function.owner, syntax.Name) and function.owner.id == "Object" and positional:
            # JavaScript's `Object.assign(target, ...)`.
            changed = self.path(positional[0], scope)
            for value in positional[1:] if changed is not None else ():
                self._change(changed, Change(scope, None, value, block, node.span))  # type: ignore[arg-type]  # there is none without it
        elif positional and (keys := [each.value for each in named if each.name in self.library.labels]):
            self._change(found, Change(scope, keys[0], positional[0], block, node.span))
        elif name in _MERGING:
            for value in positional[:1]:
                self._change(found, Change(scope, None, value, block, node.span))
            for argument in named:
                key = syntax.Str(argument.value.span, argument.name or "", argument.value.span, verbatim=False)
                self._change(found, Change(scope, key, argument.value, block, node.span))
            for argument in node.arguments:
                if argument.spread == "map":
                    self._change(found, Change(scope, None, argument.value, block, node.span))
        elif name in self.library.filling and len(positional) > 1:
            given = syntax.Attribute(function.span, function.owner, self.library.filling[name])
            value = syntax.Call(node.span, given, node.arguments[1:])
            self._assign(positional[0], value, scope, block, declares=False)
        elif name == "forEach" and positional:
            self._for_each(positional[0], function.owner, scope, block)
        elif name in self.library.authorizing and positional:
            header, bearer = self._authorized(node, name, positional)
            for place in (found, self._of_class(function.owner, scope)):
                if place is not None:
                    self._change(place, Change(scope, header, bearer, block, node.span))
        elif name in _ADDING and len(positional) == 2:  # noqa: PLR2004 - a key and a value
            for place in (found, self._of_class(function.owner, scope)):
                if place is not None:
                    self._change(place, Change(scope, positional[0], positional[1], block, node.span))

    def _authorized(self, node: syntax.Call, name: str, given: Sequence[syntax.Expression]) -> tuple[syntax.Expression, syntax.Expression]:
        """Give name and value of the header that a method sets that is given the token alone."""
        span = given[0].span
        key = syntax.Str(span, "Authorization", span, verbatim=False)
        scheme = syntax.Str(span, f"{self.library.authorizing[name]} ", span, verbatim=False)
        pair = self.authorized[id(node)] = key, syntax.Join(span, (scheme, given[-1]))
        return pair

    def _for_each(self, function: syntax.Expression, owner: syntax.Expression, scope: Scope, block: tuple[int, ...]) -> None:
        """Note what is done with each entry of a map: `headers.forEach((name, value) -> ...)`, `headers.forEach(request::header)`."""
        match function:
            case syntax.Lambda(parameters=(key, value)):
                self._pairs[id(function), key.name, value.name] = owner
            case syntax.Lambda(body=(syntax.Assign(target=syntax.Seq(items=(syntax.Name(id=first), syntax.Name(id=second)))), *_)):
                self._pairs[id(function), first, second] = owner
            case syntax.Attribute(name=name) if name in _ADDING and (found := self.path(function.owner, scope)) is not None:
                self._change(found, Change(scope, None, owner, block, function.span))

    def by_node(self, node: syntax.Function) -> Scope | None:
        """Give the scope of a function of this file."""
        return self._by_node.get(id(node))


def _entry_names(change: Change) -> tuple[str, str] | None:
    """Give the names of a map's key and value that are put somewhere else, or twice the name of its entry."""
    match change.key, change.value:
        case syntax.Name(id=key), syntax.Name(id=value):
            return key, value
        case (
            syntax.Call(function=syntax.Attribute(owner=syntax.Name(id=key))) | syntax.Attribute(owner=syntax.Name(id=key)),
            syntax.Call(function=syntax.Attribute(owner=syntax.Name(id=value))) | syntax.Attribute(owner=syntax.Name(id=value)),
        ) if key == value:
            return key, value
    return None


def _record_fields(call: syntax.Call) -> list[str] | None:
    """Give the fields of a class that a call makes: `namedtuple("Client", "id token")`, `NamedTuple("C", [("id", str)])`."""
    name = (
        call.function.name
        if isinstance(call.function, syntax.Attribute)
        else call.function.id
        if isinstance(call.function, syntax.Name)
        else ""
    )
    if name not in {"namedtuple", "NamedTuple", "make_dataclass", "Struct"} or len(call.arguments) < 2:  # noqa: PLR2004 - a name and fields
        return None
    match call.arguments[1].value:
        case syntax.Str(text=text):
            return text.replace(",", " ").split()
        case syntax.Seq(items=items):
            first = [item.items[0] if isinstance(item, syntax.Seq) and item.items else item for item in items]
            return [each.text for each in first if isinstance(each, syntax.Str)]
    return None
