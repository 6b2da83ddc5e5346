"""Turns a labelled syntax tree into the forms of `syntax`, whatever its language; `queries/README.md` says what each form takes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from sealguard import syntax
from sealguard.languages.lowering_expressions import Expressions, giving
from sealguard.languages.lowering_nodes import LEFT
from sealguard.syntax import ALL, EXPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import tree_sitter

    from sealguard.languages.labels import Label

_DEEPEST: Final = 200
"""How deeply code may nest; hostile code nests by the thousand to exhaust the stack."""
_TYPE: Final = re.compile(r"(?:const|mut|&|\*|\s)*([A-Za-z_]\w*)[\s?!*&]*")
_VERSION: Final = re.compile(r"\.v\d+$")
"""What a Go module's path ends in beyond its name."""
_DECORATION: Final = re.compile(r"^go-|-go$")
"""What no identifier can have, and so is not the package's own name: `go-retryablehttp`."""
_SCHEME: Final = re.compile(r"^(?:node|npm|jsr|bun):")
_SEPARATORS: Final = re.compile(r"::|[/\\:]")


class Lowering(Expressions):
    """Lowers one tree."""

    def program(self, root: tree_sitter.Node) -> syntax.Program:
        """Lower the tree below `root`."""
        body = self._gathered(tuple(self._statements(root)))
        return syntax.Program((*self._inline, *body), self._package)

    def _named(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        """Note the package or namespace that all of the file is in."""
        name = self._part(label, "name")
        self._package = self._package or self._module(name if name is not None else node)
        yield from ()

    def _gathered(self, body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
        """Put methods that stand outside of their class into it; of a class of another file, only these are known."""
        gathered: list[syntax.Statement] = []
        for each in map(self._opened, self._merged(body)):
            methods = self._outside.pop(each.name, None) if isinstance(each, syntax.Class) else None
            gathered.append(replace(each, body=(*each.body, *methods)) if isinstance(each, syntax.Class) and methods else each)
        gathered.extend(syntax.Class(methods[0].span, name, (), tuple(methods)) for name, methods in self._outside.items())
        return tuple(gathered)

    def _opened(self, statement: syntax.Statement) -> syntax.Statement:
        """Make a class of a table that functions are put into: `local Client = { token = "..." }`, `function Client:get()`."""
        match statement:
            case syntax.Assign(target=syntax.Name(id=name), value=syntax.Map(entries=entries)) if name in self._outside:
                fields = (
                    syntax.Assign(each.value.span, syntax.Name(each.key.span, each.key.text), each.value)
                    for each in entries
                    if isinstance(each.key, syntax.Str)
                )
                return syntax.Class(statement.span, name, (), tuple(fields))
        return statement

    def _merged(self, body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
        """Put what adds to a class into it: `impl`, `extension`, a class that is opened again."""
        if not self._added:
            return body
        first: dict[str, syntax.Class] = {}
        for each in body:
            if isinstance(each, syntax.Class):
                known = first.get(each.name)
                first[each.name] = (
                    each if known is None else replace(known, bases=(*known.bases, *each.bases), body=(*known.body, *each.body))
                )
        return tuple(
            found for each in body if (found := first.pop(each.name, None) if isinstance(each, syntax.Class) else each) is not None
        )

    def _statements(self, node: tree_sitter.Node) -> Iterator[syntax.Statement]:
        """Lower what does something; a node without a form is what its parts are, one after the other."""
        node = self._unwrapped(node)
        label = self._labels.get(node.id)
        if label is None or label.form in {"sequence", "block"}:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise RecursionError
            for child in self._below(node):
                yield from self._statements(child)
            self._depth -= 1
            return
        lower = self.STATEMENTS.get(label.form)
        if lower is not None:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise RecursionError
            yield from lower(self, node, label)
            self._depth -= 1
        elif label.form not in LEFT:
            value = self._expression(node)
            yield syntax.Evaluate(value.span, value)

    def _block(self, nodes: Iterable[tree_sitter.Node]) -> tuple[syntax.Statement, ...]:
        """Lower statements that stand in something other than a class."""
        outer, self._members = self._members, False
        try:
            return tuple(statement for node in nodes for statement in self._statements(node))
        finally:
            self._members = outer

    def _assign(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        targets, value = [self._unwrapped(each) for each in self._parts(label, "target")], self._part(label, "value")
        if value is None or not targets:
            return
        targets = [self._unwrapped(target) for target in targets]
        if imported := list(self._required(node, targets[0], value)):
            yield from imported
            return
        held = self._unwrapped(value)
        named = self._word(targets[0]) if self._is_name(targets) else ""
        made = self._labels.get(held.id)
        if named and made is not None and made.form == "lambda" and not label.all("operator"):
            yield from self._function(held, made, named, node)
            return
        if named and made is not None and made.form == "class":
            yield from self._class(held, made, named)
            return
        outer, self._cascading = self._cascading, self._target(targets[0]) if named else None
        lowered = self._expression(value)
        self._cascading, cascaded, self._cascaded = outer, self._cascaded, []
        for target in targets:
            if label.all("added"):
                yield syntax.Assign(self._span(node), self._target(target), lowered, "+=", declares=False)
            elif (extended := self._extended(target)) is not None:
                # `list[] = value`
                added = syntax.Seq(lowered.span, (lowered,))
                yield syntax.Assign(self._span(node), self._expression(extended), added, "+=", declares=not label.all("existing"))
            else:
                yield self._assignment(node, label, self._target(target), lowered)
        for each in cascaded:
            yield syntax.Evaluate(each.span, each)

    def _is_name(self, targets: list[tree_sitter.Node]) -> bool:
        behind = targets[0].next_named_sibling
        alone = behind is None or self._form(behind) != "suffix"
        return len(targets) == 1 and alone and self._form(targets[0]) in {"", "identifier"}

    def _extended(self, target: tree_sitter.Node) -> tree_sitter.Node | None:
        """Give the list that an assignment to an index without a key adds to."""
        label = self._labels.get(target.id)
        return self._part(label, "owner") if label is not None and label.form == "index" and not label.all("key") else None

    def _assignment(self, node: tree_sitter.Node, label: Label, target: syntax.Expression, value: syntax.Expression) -> syntax.Assign:
        spelled = label.one("operator")
        operator = self._text(spelled) if spelled is not None else "="
        if operator in {"||=", "??=", "//="}:
            operator, value = "=", syntax.Choice(value.span, (target, value))
        kept = operator if operator in {"=", "+=", ".=", "|="} else "="
        return syntax.Assign(self._span(node), target, value, "+=" if kept == ".=" else kept, declares=not label.all("existing"))

    def _required(self, node: tree_sitter.Node, target: tree_sitter.Node, value: tree_sitter.Node) -> Iterator[syntax.Import]:
        """Lower `x = require("module")`, and `{ a, b: c } = require("module")`."""
        held = self._labels.get(self._unwrapped(value).id)
        name = held.one("name") if held is not None and held.form == "module" else None
        if name is None:
            return
        module, span, pattern = self._module(name), self._span(node), self._labels.get(target.id)
        if pattern is None or pattern.form == "identifier":
            yield syntax.Import(span, module, None, self._word(target))
        elif pattern.form == "map":
            for entry in self._entries(pattern):
                if isinstance(entry.key, syntax.Str) and isinstance(entry.value, syntax.Name):
                    yield syntax.Import(span, module, entry.key.text, entry.value.id)

    def _unwrapped(self, node: tree_sitter.Node) -> tree_sitter.Node:
        """Give what stands inside parentheses, casts and the like."""
        while (label := self._labels.get(node.id)) is not None and label.form == "group" and (inner := self._part(label, "value")):
            node = inner
        return node

    def _declare(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        tag = self._part(label, "tag")
        for name in self._parts(label, "name"):
            yield syntax.Declare(self._span(node), self._word(name), self._text(tag) if tag is not None else "", self._type(label))

    def _return(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        value = self._part(label, "value")
        yield syntax.Return(self._span(node), self._expression(value) if value is not None else None)

    def _throw(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        value = self._part(label, "value")
        yield syntax.Raise(self._span(node), self._expression(value) if value is not None else None)

    def _assert(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        for test in self._parts(label, "test"):
            yield syntax.Assert(self._span(node), self._expression(test))

    def _if(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        for target, held in zip(self._parts(label, "target"), self._parts(label, "held"), strict=False):
            yield syntax.Assign(self._span(target), self._target(target), self._expression(held))
        yield from self._block(self._parts(label, "before"))
        tests = [self._expression(each) for each in self._parts(label, "test")]
        lowered = tests[0] if len(tests) == 1 else syntax.Seq(tests[0].span, tuple(tests)) if tests else syntax.Opaque(self._span(node))
        if label.all("unless"):
            lowered = syntax.Operation(lowered.span, "not", (lowered,))
        yield syntax.If(self._span(node), lowered, self._block(self._parts(label, "then")), self._block(self._parts(label, "else")))

    def _loop(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        yield from self._block(self._parts(label, "before"))
        head, target = self._part(label, "head"), self._part(label, "target")
        lowered = self._expression(head) if head is not None else None
        if lowered is not None and label.all("until"):
            lowered = syntax.Operation(lowered.span, "not", (lowered,))
        yield syntax.Loop(
            self._span(node),
            lowered,
            self._block(self._parts(label, "body")),
            self._target(target) if target is not None else None,
        )

    def _case(self, _node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        """Lower branches of which one is taken: each is what is done if the one before it is not."""
        if (head := self._part(label, "head")) is not None:
            yield syntax.Evaluate(self._span(head), self._expression(head))
        otherwise = self._block(self._parts(label, "else"))
        for branch in reversed(self._parts(label, "branch")):
            taken = self._block([branch])
            otherwise = tuple(replace(each, otherwise=otherwise) if isinstance(each, syntax.If) else each for each in taken)
        yield from otherwise

    def _try(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        handlers = tuple(self._handler(each) for each in self._parts(label, "handler"))
        final = self._parts(label, "final")
        body = self._parts(label, "body") or [
            each for each in self._below(node) if not any(each.start_byte <= part.start_byte < each.end_byte for part in final)
        ]
        body = [each for each in body if self._form(each) != "handler"]
        yield syntax.Try(self._span(node), self._block(body), handlers, self._block(final))

    def _handler(self, node: tree_sitter.Node) -> syntax.Handler:
        label = self._labels.get(node.id)
        if label is None or label.form != "handler":
            return syntax.Handler((), None, self._block([node]), self._span(node))
        name = self._part(label, "name")
        types = tuple(self._expression(each) for each in self._parts(label, "type"))
        body = self._block(self._parts(label, "body"))
        if (test := self._part(label, "test")) is not None:  # what it does not catch goes on
            span = self._span(test)
            body = (syntax.If(span, self._expression(test), body, (syntax.Raise(span, None),)),)
        return syntax.Handler(types, self._word(name) if name is not None else None, body, self._span(node))

    def _switch(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        yield from self._block(self._parts(label, "before"))
        head, span = self._part(label, "head"), self._span(node)
        nothing = syntax.Const(span, value=True) if label.all("true") else syntax.Opaque(span)
        lowered = self._expression(head) if head is not None else nothing
        branches = self._block(self._parts(label, "branch"))
        yield syntax.Switch(self._span(node), lowered, branches, bool(label.all("falls")))

    def _jump(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        yield syntax.Jump(self._span(node), next((kind for kind in ("continue", "retry") if label.all(kind)), "break"))

    def _with(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        head, target = self._part(label, "head"), self._part(label, "target")
        lowered = self._expression(head) if head is not None else syntax.Opaque(self._span(node))
        bound = self._target(target) if target is not None else None
        yield syntax.With(self._span(node), lowered, bound, self._block(self._parts(label, "body")))

    def _function(
        self, node: tree_sitter.Node, label: Label, named: str = "", whole: tree_sitter.Node | None = None
    ) -> Iterator[syntax.Statement]:
        name = self._part(label, "name")
        spelled = named or (self._word(name) if name is not None else "")
        if label.all("constructor"):
            spelled = "__init__"
        span = self._span(whole if whole is not None else node)
        parameters, body = self._signature(label)
        owner = self._part(label, "owner")
        if self._members and self._receiver:
            parameters = (syntax.Parameter(self._receiver, span), *parameters)
        elif owner is not None:
            receiver = self._part(label, "receiver")
            parameters = (syntax.Parameter(self._word(receiver) if receiver is not None else self._receiver or "_", span), *parameters)
        decorators = tuple(self._expression(each) for each in self._parts(label, "decorator"))
        if label.all("property"):
            decorators = (*decorators, syntax.Name(span, "property"))
        made = syntax.Function(span, spelled, parameters, body, decorators)
        if owner is None:
            yield made
        else:
            self._outside.setdefault(self._type_name(owner), []).append(made)

    def _signature(self, label: Label) -> tuple[tuple[syntax.Parameter, ...], tuple[syntax.Statement, ...]]:
        """Lower parameters, and a body that begins with what they are taken apart into."""
        before: list[syntax.Statement] = []
        parameters = tuple(self._parameter(each, before) for each in self._parts(label, "parameter"))
        outer, self._members = self._members, False
        body: list[syntax.Statement] = []
        parts = self._parts(label, "body")
        for each in parts:
            if self._form(each) in self.EXPRESSIONS and self._form(each) != "block" and each is parts[-1]:
                value = self._expression(each)
                body.append(syntax.Return(value.span, value))
            else:
                body.extend(self._statements(each))
        self._members = outer
        return parameters, (*before, *(giving(tuple(body)) if self._yields else body))

    def _parameter(self, node: tree_sitter.Node, before: list[syntax.Statement]) -> syntax.Parameter:
        label, span = self._labels.get(node.id), self._span(node)
        match label.form if label is not None else "":
            case "parameter" if label is not None:
                return self._declared(node, label, before)
            case "default" if label is not None:
                target, value = self._part(label, "target"), self._part(label, "value")
                inner = self._parameter(target, before) if target is not None else syntax.Parameter("", span)
                default = self._expression(value) if value is not None else None
                return syntax.Parameter(inner.name, span, default, inner.spread)
            case "spread" if label is not None and (value := self._part(label, "value")) is not None:
                return syntax.Parameter(self._word(value), span, None, label.settings.get("of", "list"))
            case "map" | "seq":
                # A parameter that is taken apart where it stands has no name of its own.
                before.append(syntax.Assign(span, self._target(node), syntax.Name(span, "options")))
                return syntax.Parameter("options", span)
        return syntax.Parameter(self._word(node), span)

    def _declared(self, node: tree_sitter.Node, label: Label, before: list[syntax.Statement]) -> syntax.Parameter:
        name, default = self._part(label, "name"), self._part(label, "default")
        inner = syntax.Parameter("", self._span(node))
        if name is not None:
            inner = syntax.Parameter(self._word(node), self._span(node)) if name.id == node.id else self._parameter(name, before)
        if label.all("field"):
            owner = syntax.Attribute(inner.span, syntax.Name(inner.span, self._receiver), inner.name)
            before.append(syntax.Assign(inner.span, owner, syntax.Name(inner.span, inner.name)))
        value = self._expression(default) if default is not None else None
        spread, decorators = label.settings.get("of", inner.spread), tuple(map(self._expression, self._parts(label, "decorator")))
        return syntax.Parameter(inner.name, self._span(node), value, spread, self._type(label), decorators)

    def _type_name(self, node: tree_sitter.Node) -> str:
        name = _TYPE.fullmatch(self._text(node))
        return name[1] if name is not None else self._text(node)

    def _type(self, label: Label) -> str:
        """Give the name of a declared type, what it points at or may lack left aside: `Client` of `*Client` and `Client?`."""
        declared = label.one("type")
        return self._type_name(declared) if declared is not None else ""

    def _class(self, node: tree_sitter.Node, label: Label, named: str = "") -> Iterator[syntax.Statement]:
        name = self._part(label, "name")
        bases = tuple(self._expression(each) for each in self._parts(label, "base"))
        spelled = self._word(name) if name is not None else named
        outer = self._members, self._base, self._class_name
        self._members, self._base, self._class_name = True, (bases[0] if bases else None), spelled
        self._added = self._added or bool(label.all("more"))
        body = self._merged(tuple(statement for each in self._parts(label, "body") for statement in self._statements(each)))
        primary = tuple(self._primary(node, label))
        self._members, self._base, self._class_name = outer
        decorators = tuple(self._expression(each) for each in self._parts(label, "decorator"))
        yield syntax.Class(self._span(node), spelled, bases, (*primary, *body), decorators)

    def _primary(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Function]:
        """Lower the constructor that stands in a class's head, each of whose parameters sets a field."""
        given, delegates = self._parts(label, "parameter"), self._parts(label, "delegate")
        if not given and not delegates:
            return
        before: list[syntax.Statement] = []
        parameters = tuple(self._parameter(each, before) for each in given)
        for each in parameters:
            owner = syntax.Attribute(each.span, syntax.Name(each.span, self._receiver), each.name)
            before.append(syntax.Assign(each.span, owner, syntax.Name(each.span, each.name), declares=False))
        before.extend(statement for each in delegates for statement in self._statements(each))
        span = self._span(node)
        yield syntax.Function(span, "__init__", (syntax.Parameter(self._receiver, span), *parameters), tuple(before))

    def _module(self, node: tree_sitter.Node) -> str:
        """Give a module's name, dotted; a path that begins with a dot is one of a file, and stays as it is."""
        name = _SCHEME.sub("", self._word(node).strip())
        return name if name.startswith(".") else _SEPARATORS.sub(".", name.strip("\\"))

    def _import(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        module = label.all("module")
        if not module:
            return
        name, span = ".".join(map(self._module, module)), self._span(node)
        whole, bindings = self._parts(label, "whole"), self._parts(label, "binding")
        for alias in whole:
            yield syntax.Import(span, name, None, self._word(alias))
        for binding in bindings:
            own = self._labels.get(binding.id)
            spelled = own.one("name") if own is not None else binding
            alias_node = own.one("alias") if own is not None else None
            if spelled is not None:
                yield syntax.Import(span, name, self._module(spelled), self._word(alias_node if alias_node is not None else spelled))
        if not whole and not bindings and label.settings.get("alias") == "last":
            yield syntax.Import(span, name, None, _DECORATION.sub("", _VERSION.sub("", name).rpartition(".")[2]))

    def _export(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        """Lower what a module gives to others, of its own or of another module's."""
        span, module, default = self._span(node), label.one("module"), label.all("default")
        for each in self._parts(label, "statement"):
            declared = list(self._statements(each))
            yield from declared
            named = next((one for one in declared if isinstance(one, syntax.Function | syntax.Class)), None) if default else None
            if named is not None and named.name:
                yield syntax.Export(span, syntax.Name(named.span, named.name))
        for each in self._parts(label, "value"):
            yield syntax.Export(span, self._expression(each))
        pairs = [
            (self._word(own.one("name") or each), self._word(own.one("alias") or own.one("name") or each))
            for each in label.all("binding")
            if (own := self._labels.get(each.id)) is not None
        ]
        if module is None:
            yield from (syntax.Export(span, syntax.Name(span, inner), name=name) for inner, name in pairs if inner != name)
            return
        source = self._module(module)
        whole = label.one("whole")
        if whole is not None or label.all("all"):
            yield syntax.Import(span, source, None if whole else ALL, f"{EXPORT}{self._word(whole)}" if whole else ALL)
        yield from (syntax.Import(span, source, inner, f"{EXPORT}{name}") for inner, name in pairs)

    STATEMENTS: ClassVar[dict[str, Callable[..., Iterator[syntax.Statement]]]] = {
        "assign": _assign,
        "declare": _declare,
        "return": _return,
        "throw": _throw,
        "assert": _assert,
        "if": _if,
        "loop": _loop,
        "try": _try,
        "case": _case,
        "switch": _switch,
        "jump": _jump,
        "package": _named,
        "with": _with,
        "function": _function,
        "class": _class,
        "import": _import,
        "export": _export,
    }

    @classmethod
    def forms(cls) -> frozenset[str]:
        """Give every form that a query can give a node."""
        return frozenset(
            {*cls.STATEMENTS, *cls.EXPRESSIONS, *LEFT, "argument", "binding", "entry", "flag", "handler", "parameter", "spread"}
        )
