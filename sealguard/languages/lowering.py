"""Turns a labelled syntax tree into the forms of `syntax`, whatever its language; `queries/README.md` says what each form takes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from sealguard import syntax
from sealguard.languages.literals import number, unescape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import tree_sitter

    from sealguard.languages.fragment import Fragment
    from sealguard.languages.grammars import Grammar
    from sealguard.languages.labels import Label
    from sealguard.languages.offsets import Offsets
    from sealguard.languages.tree_outline import Outline
    from sealguard.model import Span

_DEEPEST: Final = 200
"""How deeply code may nest; hostile code nests by the thousand to exhaust the stack."""
_LEFT: Final = frozenset({"comment", "skip", "suffix"})
"""Forms that are left out wherever they stand; a suffix is read with what it stands behind."""
_CUT: Final = frozenset({"entry", "item", "argument", "body", "then", "else"})
"""Parts that can be many or large, and of which only those are lowered that are kept."""
_NEXT: Final = 8
"""How far behind a statement the text may stand that it names."""
_GIVING: Final = frozenset({"if", "try", "with", "case"})
"""Statements that have a value where they stand in an expression: that of the branch that is taken."""
_OPERATORS: Final = {
    "===": "==",
    "!==": "!=",
    "<>": "!=",
    "&&": "and",
    "||": "or",
    "!": "not",
    "eq": "==",
    "ne": "!=",
    "=~": "==",
    **dict.fromkeys(("-eq", "-ceq", "-ieq", "-like", "-match", "-contains", "-in", "-ne", "-notlike", "-notmatch"), "=="),
    "!~": "!=",
    "**": "arithmetic",
    # Of Python's operators these two join paths and maps; elsewhere they do not.
    "/": "arithmetic",
    "|": "arithmetic",
}
_QUOTED: Final = re.compile(r"[A-Za-z@$#%]{0,3}(\"\"\"|'''|[\"'`])(?P<content>.*)\1", re.DOTALL)
_TYPE: Final = re.compile(r"(?:const|mut|&|\*|\s)*([A-Za-z_]\w*)[\s?!*&]*")
_VERSION: Final = re.compile(r"\.v\d+$")
"""What a Go module's path ends in beyond its name."""
_MARK: Final = re.compile(r"r?(?:\"\"\"|'''|\"|')")
_CAPTURE: Final = re.compile(r"\{\{|\{(?P<name>[A-Za-z_]\w*)(?::[^{}\n]{0,40})?\}")
_BARE: Final = re.compile(r"[A-Za-z_]\w*")
_SCHEME: Final = re.compile(r"^(?:node|npm|jsr|bun):")
_SEPARATORS: Final = re.compile(r"::|[/\\:]")
_CONSTANTS: Final = {"true": True, "false": False, "null": None, "nil": None, "none": None, "undef": None}


class Lowering:
    """Lowers one tree."""

    def __init__(
        self,
        fragment: Fragment,
        offsets: Offsets,
        labels: dict[int, Label],
        grammar: Grammar,
        kept: Outline,
        spellings: dict[str, str] | None = None,
    ) -> None:
        """Prepare to lower what is `kept` of the tree of `fragment`; `offsets` are those of its text.

        `spellings` gives the one spelling by which a name goes, by its folded form, where upper and lower case are the same.
        """
        self._kept = kept
        self._spellings = spellings
        self._fragment = fragment
        self._offsets = offsets
        self._labels = labels
        self._receiver = grammar.receiver
        self._sigils = grammar.sigils
        self._yields = grammar.yields
        self._depth = 0
        self._members = False
        """Whether what is lowered stands directly in a class."""
        self._outside: dict[str, list[syntax.Function]] = {}
        """Methods that stand outside of their class, by its name."""
        self._base: syntax.Expression | None = None
        """What the class around inherits from."""
        self._cascading: syntax.Expression | None = None
        """What the value that is lowered is given to, and what is done to it in the same breath."""
        self._cascaded: list[syntax.Expression] = []
        self._added = False
        """Whether a class was met that adds to another of its name."""
        self._class_name = ""
        """What the class around is called."""
        self._package = ""
        """What all of the file is in."""

    def program(self, root: tree_sitter.Node) -> syntax.Program:
        """Lower the tree below `root`."""
        body = self._gathered(tuple(self._statements(root)))
        return syntax.Program(body, self._package)

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

    # Nodes -------------------------------------------------------------------------------------------------------------

    def _form(self, node: tree_sitter.Node) -> str:
        label = self._labels.get(node.id)
        return label.form if label is not None else ""

    def _range(self, node: tree_sitter.Node) -> tuple[int, int]:
        return self._offsets.char(node.start_byte), self._offsets.char(node.end_byte)

    def _span(self, node: tree_sitter.Node) -> Span:
        return self._fragment.outer(*self._range(node))

    def _text(self, node: tree_sitter.Node) -> str:
        start, end = self._range(node)
        return self._fragment.text[start:end]

    def _parts(self, label: Label, part: str) -> list[tree_sitter.Node]:
        found = [node for node in label.all(part) if self._form(node) not in _LEFT]
        return [node for node in found if self._kept.keeps(node)] if part in _CUT else found

    def _part(self, label: Label, part: str) -> tree_sitter.Node | None:
        return next(iter(self._parts(label, part)), None)

    def _below(self, node: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
        return (child for child in node.named_children if self._form(child) not in _LEFT and self._kept.keeps(child))

    def _word(self, node: tree_sitter.Node) -> str:
        """Give a name as it is spelled, without the marks that some languages put before it, or quotes."""
        text = self._text(node)
        quoted = _QUOTED.fullmatch(text)
        if quoted:
            return quoted.group("content")
        word = text.strip(self._sigils)
        return self._spellings.setdefault(word.casefold(), word) if self._spellings is not None else word

    # Statements --------------------------------------------------------------------------------------------------------

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
        lower = self._STATEMENTS.get(label.form)
        if lower is not None:
            self._depth += 1
            if self._depth > _DEEPEST:
                raise RecursionError
            yield from lower(self, node, label)
            self._depth -= 1
        elif label.form not in _LEFT:
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
        for name in self._parts(label, "name"):
            yield syntax.Declare(self._span(node), self._word(name))

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
        test = self._part(label, "test")
        lowered = self._expression(test) if test is not None else syntax.Opaque(self._span(node))
        yield syntax.If(self._span(node), lowered, self._block(self._parts(label, "then")), self._block(self._parts(label, "else")))

    def _loop(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        yield from self._block(self._parts(label, "before"))
        head, target = self._part(label, "head"), self._part(label, "target")
        yield syntax.Loop(
            self._span(node),
            self._expression(head) if head is not None else None,
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
        body = [each for each in self._parts(label, "body") if self._form(each) != "handler"]
        yield syntax.Try(self._span(node), self._block(body), handlers, self._block(self._parts(label, "final")))

    def _handler(self, node: tree_sitter.Node) -> syntax.Handler:
        label = self._labels.get(node.id)
        if label is None or label.form != "handler":
            return syntax.Handler((), None, self._block([node]))
        name = self._part(label, "name")
        types = tuple(self._expression(each) for each in self._parts(label, "type"))
        return syntax.Handler(types, self._word(name) if name is not None else None, self._block(self._parts(label, "body")))

    def _with(self, node: tree_sitter.Node, label: Label) -> Iterator[syntax.Statement]:
        head, target = self._part(label, "head"), self._part(label, "target")
        lowered = self._expression(head) if head is not None else syntax.Opaque(self._span(node))
        bound = self._target(target) if target is not None else None
        yield syntax.With(self._span(node), lowered, bound, self._block(self._parts(label, "body")))

    # Functions and classes ---------------------------------------------------------------------------------------------

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
        for each in self._parts(label, "body"):
            if self._form(each) in self._EXPRESSIONS and self._form(each) != "block":
                value = self._expression(each)
                body.append(syntax.Return(value.span, value))
            else:
                body.extend(self._statements(each))
        self._members = outer
        return parameters, (*before, *(_giving(tuple(body)) if self._yields else body))

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
        return syntax.Parameter(inner.name, self._span(node), value, label.settings.get("of", inner.spread), self._type(label))

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
        yield syntax.Class(self._span(node), spelled, bases, (*primary, *body))

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

    # Imports -----------------------------------------------------------------------------------------------------------

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
            yield syntax.Import(span, name, None, _VERSION.sub("", name).rpartition(".")[2])

    # Expressions -------------------------------------------------------------------------------------------------------

    def _expression(self, node: tree_sitter.Node) -> syntax.Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError
        node = self._unwrapped(node)
        label = self._labels.get(node.id)
        if label is None:
            result: syntax.Expression = self._opaque(node)
        elif (lower := self._EXPRESSIONS.get(label.form)) is not None:
            result = lower(self, node, label)
        elif label.form in self._STATEMENTS:
            result = self._doing(node, label)
        else:
            result = self._opaque(node)
        result = self._suffixed(node, result)
        self._depth -= 1
        return result

    def _suffixed(self, node: tree_sitter.Node, base: syntax.Expression) -> syntax.Expression:
        """Add what stands behind an expression as its sibling, in grammars that do not wrap the two: `.name`, `[key]`, `(arguments)`."""
        start, held = self._range(node)[0], base
        effects: list[syntax.Expression] = []
        while (behind := node.next_named_sibling) is not None and (label := self._labels.get(behind.id)) and label.form == "suffix":
            node = behind
            if label.all("cascade"):
                effects.append(self._cascade(node, self._cascading if self._cascading is not None else held))
            else:
                held = self._behind(self._fragment.outer(start, self._range(node)[1]), held, label)
        if effects and self._cascading is not None:
            self._cascaded.extend(effects)
        elif effects:
            held = syntax.Operation(held.span, "and", (syntax.Opaque(held.span, tuple(effects)), held))
        return held

    def _behind(self, span: Span, held: syntax.Expression, label: Label) -> syntax.Expression:
        name, key = self._part(label, "name"), self._part(label, "key")
        if name is not None:
            return syntax.Attribute(span, held, self._word(name))
        if key is not None:
            return syntax.Index(span, held, self._expression(key))
        return syntax.Call(span, held, self._given(self._parts(label, "argument"))) if label.all("call") else held

    def _cascade(self, node: tree_sitter.Node, held: syntax.Expression) -> syntax.Expression:
        """Lower what is done to an object between its making and its use: `Client()..timeout = 5`."""
        span = self._span(node)
        outer, self._cascading = self._cascading, None
        for child in node.named_children:
            label = self._labels.get(child.id)
            if label is not None and label.form == "suffix":
                held = self._behind(span, held, label)
            else:
                held = syntax.Assigned(span, held, self._expression(child), declares=False)
                break
        self._cascading = outer
        return held

    def _doing(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower statements that stand in an expression: a function of its own, called at once where they give a value."""
        body = self._block([node])
        if label.form in _GIVING:
            return _called_at_once(self._span(node), body)
        return syntax.Lambda(self._span(node), (), body)

    def _enclosed(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower a block that gives what its last statement gives."""
        del label
        return _called_at_once(self._span(node), self._block(self._below(node)))

    def _opaque(self, node: tree_sitter.Node) -> syntax.Opaque:
        return syntax.Opaque(self._span(node), tuple(self._expression(child) for child in self._below(node)))

    def _target(self, node: tree_sitter.Node) -> syntax.Expression:
        """Lower what is assigned to: a word without a form is a name."""
        if self._form(node) == "" and not node.named_child_count:
            return syntax.Name(self._span(node), self._word(node))
        return self._expression(node)

    def _identifier(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        name = label.settings.get("name", self._word(node))
        if "drive" in label.settings and ":" in name:
            drive, _, name = name.partition(":")
            if drive.lower() not in label.settings["drive"].split():
                return syntax.Attribute(self._span(node), syntax.Name(self._span(node), drive.lower()), name)
        if "own" in label.settings:
            # `self::` is the class around; `static::` and `parent::` are looked up from the object.
            own = name == "self" or self._members
            name = self._class_name if own and self._class_name else self._receiver
        if name == "super":
            name = self._receiver or name
        if name == "Self":
            name = self._class_name or name
        return syntax.Name(self._span(node), name, "called" in label.settings)

    def _const(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        spelled = label.settings.get("value", self._word(node).lower())
        if spelled in _CONSTANTS:
            return syntax.Const(self._span(node), _CONSTANTS[spelled])
        value = number(self._text(node))
        return syntax.Const(self._span(node), value)

    def _string(self, node: tree_sitter.Node, label: Label) -> syntax.Str:
        content = label.all("content")
        start, end = self._range(node)
        if content:
            start, end = self._range(content[0])[0], self._range(content[-1])[1]
        elif "quote" in label.settings:
            opening, _, closing = label.settings["quote"].partition(" ")
            start, end = start + int(opening), max(start + int(opening), end - int(closing or opening))
        elif (quoted := _QUOTED.fullmatch(self._fragment.text, start, end)) is not None:
            start, end = quoted.span("content")
        return self._literal(node, start, end, label.settings.get("escapes", "backslash"))

    def _literal(self, node: tree_sitter.Node, start: int, end: int, escapes: str) -> syntax.Str:
        spelled = self._fragment.text[start:end]
        value = unescape(spelled, escapes)
        verbatim = value == spelled and self._fragment.verbatim(start, end)
        return syntax.Str(self._span(node), value, self._fragment.outer(start, end), verbatim=verbatim)

    def _captured(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower a string in which `{name}` stands for a variable; other fields are left for who fills it."""
        del label
        whole = self._string(node, self._labels[node.id])
        start, end = self._range(node)
        at = start + (quoted.start("content") if (quoted := _QUOTED.fullmatch(self._fragment.text[start:end])) else 0)
        stop = end - (at - start)
        parts: list[syntax.Expression] = []
        for match in _CAPTURE.finditer(self._fragment.text, at, stop):
            if match.group("name"):
                parts.append(self._literal(node, at, match.start(), "backslash"))
                parts.append(syntax.Name(self._fragment.outer(*match.span()), match.group("name")))
                at = match.end()
        if not parts:
            return whole
        return syntax.Join(self._span(node), (*parts, self._literal(node, at, stop, "backslash")), filled=True)

    def _fragment_of(self, node: tree_sitter.Node, label: Label) -> syntax.Str:
        return self._literal(node, *self._range(node), label.settings.get("escapes", "none" if label.form == "fragment" else "backslash"))

    def _quoted(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower one string or several behind each other, whose quotes are tokens of their own and whose text is what is between."""
        parts, at, raw = {part.id for part in self._parts(label, "part")}, -1, False
        found: list[syntax.Expression] = []
        for child in node.children:
            low, high = self._range(child)
            mark = "" if child.is_named else self._text(child)
            if child.id not in parts and not _MARK.fullmatch(mark):
                continue
            if 0 <= at < low:
                found.append(self._literal(node, at, low, "none" if raw else "backslash"))
            if child.id in parts:
                found.append(self._expression(child))
                at = high
            else:
                # What ends the line of three opening quotes is no part of the text.
                opened = high + self._fragment.text.startswith("\n", high) if len(mark) > 2 else high  # noqa: PLR2004 - `r'` at most
                at, raw = (-1 if at >= 0 else opened), mark.startswith("r")
        if not found:
            return syntax.Str(self._span(node), "", self._span(node), verbatim=False)
        return (
            found[0] if len(found) == 1 and isinstance(found[0], syntax.Str) else syntax.Join(self._span(node), tuple(found), filled=True)
        )

    def _template(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        parts = self._parts(label, "part")
        lowered = [self._expression(part) for part in parts]
        if "bare" in label.settings and (named := self._with_bare_names(parts, lowered)) is not None:
            return syntax.Join(self._span(node), tuple(named), filled=True)
        if "quote" in label.settings:
            lowered = self._with_gaps(node, label, parts, lowered)
        if "block" in label.settings:
            lowered = _between_lines(lowered)
        if not lowered:
            return self._string(node, label)
        if parts and "quote" not in label.settings and all(self._form(part) in {"fragment", "escape"} for part in parts):
            # Nothing is filled in: it is a string like any other.
            return self._literal(node, self._range(parts[0])[0], self._range(parts[-1])[1], label.settings.get("escapes", "backslash"))
        if not parts and isinstance(only := lowered[0], syntax.Str):
            return replace(only, span=self._span(node))
        return syntax.Join(self._span(node), tuple(lowered), filled=True)

    def _heredoc(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower a text that stands further down, behind the statement that names it."""
        body = self._distant(node, label.settings.get("body", ""))
        if body is None:
            return self._opaque(node)
        pieces = [each for each in body.named_children if self._form(each) in {"fragment", "escape", "group"}]
        if not any(self._form(each) == "group" for each in pieces):
            start, end = (self._range(pieces[0])[0], self._range(pieces[-1])[1]) if pieces else self._range(node)
            return self._literal(node, start + (self._fragment.text[start : start + 1] == "\n"), end, "backslash")
        return syntax.Join(self._span(node), tuple(self._expression(each) for each in pieces), filled=True)

    def _distant(self, node: tree_sitter.Node, kind: str) -> tree_sitter.Node | None:
        """Find the node of a kind that ends with the word that another one names, among what stands behind that one."""
        word = self._text(node).strip("<~-'\"`")
        around: tree_sitter.Node | None = node
        while around is not None:
            each = around.next_named_sibling
            for _ in range(_NEXT):
                if each is not None and each.type == kind and self._text(each).rstrip().endswith(word):
                    return each
                each = each.next_named_sibling if each is not None else None
            around = around.parent
        return None

    def _with_bare_names(self, parts: list[tree_sitter.Node], lowered: list[syntax.Expression]) -> list[syntax.Expression] | None:
        """Find the names behind a `$` of its own, in grammars to which they are text; `None` where there are none."""
        found: list[syntax.Expression] = []
        filled = False
        for at, (part, value) in enumerate(zip(parts, lowered, strict=True)):
            start, end = self._range(part)
            spelled = self._fragment.text[start:end]
            before = parts[at - 1] if at else None
            name = _BARE.match(spelled) if before is not None and self._text(before) == "$" and before.end_byte == part.start_byte else None
            if name is None or self._form(part) != "fragment":
                found.append(value)
                continue
            filled = True
            found[-1] = syntax.Name(self._fragment.outer(start - 1, start + name.end()), name[0])
            if start + name.end() < end:
                found.append(self._literal(part, start + name.end(), end, "none"))
        return found if filled else None

    def _with_gaps(
        self, node: tree_sitter.Node, label: Label, parts: list[tree_sitter.Node], lowered: list[syntax.Expression]
    ) -> list[syntax.Expression]:
        """Fill in the text between interpolations, for a grammar that has no nodes for it; `quote` is how long each delimiter is."""
        start, end = self._range(node)
        opening, _, closing = label.settings["quote"].partition(" ")
        at, stop = start + int(opening), end - int(closing or opening)
        escapes = label.settings.get("escapes", "backslash")
        found: list[syntax.Expression] = []
        for part, value in zip(parts, lowered, strict=True):
            low, high = self._range(part)
            if at < low:
                found.append(self._literal(node, at, low, escapes))
            found.append(value)
            at = high
        if at < stop:
            found.append(self._literal(node, at, stop, escapes))
        return found

    def _concat(self, node: tree_sitter.Node, label: Label) -> syntax.Join:
        # a + b + c + ... nests to the left, by the thousand where a machine wrote it.
        parts: list[tree_sitter.Node] = []
        pending = [node]
        while pending:
            each = pending.pop()
            own = self._labels.get(each.id)
            if own is not None and own.form == "concat":
                pending.extend(reversed(self._parts(own, "part")))
            else:
                parts.append(each)
        del label
        return syntax.Join(self._span(node), tuple(self._expression(part) for part in parts))

    def _format(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        template = self._part(label, "template")
        if template is None:
            return self._opaque(node)
        arguments = tuple(argument for each in self._parts(label, "argument") for argument in self._arguments(each))
        if len(arguments) == 1 and isinstance(listed := arguments[0].value, syntax.Seq):
            arguments = tuple(syntax.Argument(each) for each in listed.items)
        return syntax.Format(self._span(node), label.settings.get("style", "percent"), self._expression(template), arguments)

    def _attribute(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        owner, name = self._part(label, "owner"), self._part(label, "name")
        if name is None:
            return self._opaque(node)
        held = self._expression(owner) if owner is not None else syntax.Name(self._span(node), self._receiver)
        return syntax.Attribute(self._span(node), held, self._word(name))

    def _index(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        owner, key = self._part(label, "owner"), self._part(label, "key")
        if owner is None or key is None:
            return self._opaque(node)
        return syntax.Index(self._span(node), self._expression(owner), self._expression(key))

    def _slice(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        owner = self._part(label, "owner")
        if owner is None:
            return self._opaque(node)
        low, high, step = (self._part(label, bound) for bound in ("start", "stop", "step"))
        bounds = tuple(self._expression(each) if each is not None else None for each in (low, high, step))
        return syntax.Slice(self._span(node), self._expression(owner), (bounds[0], bounds[1], bounds[2]))

    def _call(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        function = self._part(label, "function")
        if function is None:
            return self._opaque(node)
        # What the base class's constructor is given is seen as a call of that class.
        base = self._base if self._text(function) in {"super", "base"} or label.all("base") else None
        called = base if base is not None else self._expression(function)
        if label.all("base"):
            return syntax.Call(self._span(node), called, self._given(self._parts(label, "argument")))
        if label.all("own") and self._class_name:
            called = syntax.Name(self._span(function), self._class_name)
        arguments = self._given(self._parts(label, "argument"))
        if (method := label.one("method")) is not None and not label.all("made"):
            called = syntax.Attribute(self._span(function), called, self._word(method), self._span(method))
        if (block := self._part(label, "block")) is not None:
            arguments = (*arguments, syntax.Argument(self._expression(block), syntax.BLOCK))
        return syntax.Call(self._span(node), called, arguments)

    def _arguments(self, node: tree_sitter.Node) -> Iterator[syntax.Argument]:
        label = self._labels.get(node.id)
        match label.form if label is not None else "":
            case "argument" if label is not None:
                name, value = self._part(label, "name"), self._part(label, "value")
                if value is not None:
                    yield syntax.Argument(self._expression(value), self._word(name) if name is not None else None)
            case "spread" if label is not None and (value := self._part(label, "value")) is not None:
                spread = "map" if label.all("map") else label.settings.get("of", "list")
                yield syntax.Argument(self._expression(value), spread=spread)
            case "entry" if label is not None:
                entry = self._entry(node, label)
                yield syntax.Argument(entry.value, entry.key.text if isinstance(entry.key, syntax.Str) else None)
            case "shorthand":
                yield syntax.Argument(self._expression(node), self._word(node))
            case _:
                yield syntax.Argument(self._expression(node))

    def _given(self, nodes: Iterable[tree_sitter.Node]) -> tuple[syntax.Argument, ...]:
        """Lower the arguments of a call; a flag names the one behind it, and is true by itself where there is none."""
        found: list[syntax.Argument] = []
        flag: tree_sitter.Node | None = None
        for node in nodes:
            given = list(self._arguments(node)) if self._form(node) != "flag" else []
            if flag is not None:
                named = given[0] if len(given) == 1 and given[0].name is None and not given[0].spread else None
                value = named.value if named is not None else syntax.Const(self._span(flag), value=True)
                found.append(syntax.Argument(value, self._word(flag)))
                given = [] if named is not None else given
            flag = node if self._form(node) == "flag" else None
            found.extend(given)
        if flag is not None:
            found.append(syntax.Argument(syntax.Const(self._span(flag), value=True), self._word(flag)))
        return tuple(found)

    def _pipe(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower `a | f b`, `a |> f(b)`: what is before is the first argument of what is behind."""
        held: syntax.Expression | None = None
        for part in self._parts(label, "part"):
            made = self._expression(part)
            if held is None:
                held = made
            elif isinstance(made, syntax.Call):
                first = syntax.Argument(held, label.settings.get("name"))
                held = syntax.Call(made.span, made.function, (first, *made.arguments))
            else:
                held = syntax.Call(made.span, made, (syntax.Argument(held),))
        return held if held is not None else self._opaque(node)

    def _map(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        if label.all("key") or label.all("bare"):
            return syntax.Map(self._span(node), tuple(self._flat_entries(label)))
        return syntax.Map(self._span(node), tuple(self._entries(label)))

    def _flat_entries(self, label: Label) -> Iterator[syntax.Entry]:
        """Lower the entries of a map whose grammar has no nodes for them: keys and values in turn, and what is both."""
        keys, values = label.all("key"), label.all("value")
        for name, value in zip(keys, values, strict=False):
            at = self._span(name)
            yield syntax.Entry(syntax.Str(at, self._word(name), at), self._expression(value))
        taken = {each.id for each in (*keys, *values)}
        for bare in self._parts(label, "bare"):
            if bare.id not in taken:
                at = self._span(bare)
                yield syntax.Entry(syntax.Str(at, self._word(bare).rpartition(".")[2], at, verbatim=False), self._expression(bare))

    def _entries(self, label: Label) -> Iterator[syntax.Entry]:
        for key, value in zip(self._parts(label, "key"), self._parts(label, "value"), strict=False):
            yield syntax.Entry(self._expression(key), self._expression(value))
        for each in self._parts(label, "entry"):
            own = self._labels.get(each.id)
            if own is None:
                yield syntax.Entry(syntax.Opaque(self._span(each)), self._expression(each))
            else:
                yield self._entry(each, own)

    def _entry(self, node: tree_sitter.Node, label: Label) -> syntax.Entry:
        span = self._span(node)
        match label.form:
            case "entry":
                return self._pair(node, label)
            case "spread" if (value := self._part(label, "value")) is not None:
                return syntax.Entry(None, self._expression(value))
            case "shorthand":
                return syntax.Entry(syntax.Str(span, self._word(node), span), syntax.Name(span, self._word(node)))
            case "default" if (target := self._part(label, "target")) is not None:
                return syntax.Entry(syntax.Str(span, self._word(target), span), self._expression(node))
            case "function" if (name := self._part(label, "name")) is not None:
                parameters, body = self._signature(label)
                at = self._span(name)
                return syntax.Entry(syntax.Str(at, self._word(name), at, verbatim=False), syntax.Lambda(span, parameters, body))
        return syntax.Entry(syntax.Opaque(span), self._expression(node))

    def _pair(self, node: tree_sitter.Node, label: Label) -> syntax.Entry:
        value, name, key = self._part(label, "value"), self._part(label, "name"), self._part(label, "key")
        lowered = self._target(value) if value is not None else syntax.Opaque(self._span(node))
        if name is not None:
            at = self._span(name)
            return syntax.Entry(syntax.Str(at, self._word(name), at), lowered)
        return syntax.Entry(self._expression(key) if key is not None else syntax.Opaque(self._span(node)), lowered)

    def _seq(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        items: list[syntax.Expression] = []
        for each in self._parts(label, "item"):
            own = self._labels.get(each.id)
            if own is not None and own.form == "spread":
                return syntax.Opaque(self._span(node), tuple(self._expression(item) for item in self._parts(label, "item")))
            items.append(self._target(each))
        return syntax.Seq(self._span(node), tuple(items))

    def _array(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower what is a map if any of its items has a key, and a list otherwise."""
        entries = self._parts(label, "item")
        forms = {self._form(each) for each in entries}
        if "spread" in forms and not forms <= {"entry", "spread"}:
            # A list with others' items among its own, one piece behind the other.
            pieces = [self._label_part(each, "value") if self._form(each) == "spread" else None for each in entries]
            lowered = (
                self._expression(piece) if piece is not None else syntax.Seq(self._span(each), (self._expression(each),))
                for each, piece in zip(entries, pieces, strict=True)
            )
            return syntax.Join(self._span(node), tuple(lowered))
        if forms & {"entry", "spread"}:
            return syntax.Map(self._span(node), tuple(self._entry(each, own) for each in entries if (own := self._labels.get(each.id))))
        return syntax.Seq(self._span(node), tuple(self._expression(each) for each in entries))

    def _label_part(self, node: tree_sitter.Node, part: str) -> tree_sitter.Node | None:
        label = self._labels.get(node.id)
        return self._part(label, part) if label is not None else None

    def _each(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        element, target, head = (self._part(label, part) for part in ("element", "target", "head"))
        if element is None or target is None or head is None:
            return self._opaque(node)
        return syntax.Each(self._span(node), self._expression(element), self._target(target), self._expression(head))

    def _choice(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        test = self._part(label, "test")
        options = tuple(self._expression(each) for each in self._options(node))
        return syntax.Choice(self._span(node), options, self._expression(test) if test is not None else None)

    def _options(self, node: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
        """Give the options of a choice, those of a choice without a test among them flattened: `a ?? b ?? c`."""
        pending = [node]
        while pending:
            each = pending.pop()
            own = self._labels.get(each.id)
            if own is not None and own.form == "choice" and (each is node or not own.all("test")):
                pending.extend(reversed(self._parts(own, "option")))
            else:
                yield each

    def _operation(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        spelled = label.one("operator")
        operator = label.settings.get("operator") or (self._text(spelled) if spelled is not None else "")
        operands = tuple(self._expression(each) for each in self._parts(label, "operand"))
        if operator == "-" and len(operands) == 1 and isinstance(only := operands[0], syntax.Const) and only.value is not None:
            return syntax.Const(self._span(node), -only.value)
        return syntax.Operation(self._span(node), _OPERATORS.get(operator.lower(), operator), operands)

    def _assigned(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        target, value = self._part(label, "target"), self._part(label, "value")
        if target is None or value is None:
            return self._opaque(node)
        if label.all("added"):
            return syntax.Join(self._span(node), (self._expression(target), self._expression(value)))
        made = self._assignment(node, label, self._target(target), self._expression(value))
        return syntax.Assigned(made.span, made.target, made.value, made.declares)

    def _default(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        return self._assigned(node, label)

    def _lambda(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        parameters, body = self._signature(label)
        if not parameters and "implicit" in label.settings:
            parameters = (syntax.Parameter(label.settings["implicit"], self._span(node)),)
        return syntax.Lambda(self._span(node), parameters, body)

    def _group(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        value = self._part(label, "value")
        return self._expression(value) if value is not None else self._opaque(node)

    def _sequence(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        """Lower `(a, b, c)`: all are looked at, the last is what it gives."""
        *first, last = [self._expression(each) for each in self._parts(label, "item")] or [self._opaque(node)]
        if not first:
            return last
        return syntax.Operation(self._span(node), "and", (syntax.Opaque(self._span(node), tuple(first)), last))

    def _regex(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        pattern = self._literal(node, *self._range(label.one("content") or node), "none")
        return syntax.Call(self._span(node), syntax.Name(self._span(node), "RegExp"), (syntax.Argument(pattern),))

    def _required_module(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        name = label.one("name")
        return syntax.Name(self._span(node), self._module(name)) if name is not None else self._opaque(node)

    def _shorthand(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        del label
        return syntax.Name(self._span(node), self._word(node))

    _STATEMENTS: ClassVar[dict[str, Callable[[Lowering, tree_sitter.Node, Label], Iterator[syntax.Statement]]]] = {
        "assign": _assign,
        "declare": _declare,
        "return": _return,
        "throw": _throw,
        "assert": _assert,
        "if": _if,
        "loop": _loop,
        "try": _try,
        "case": _case,
        "package": _named,
        "with": _with,
        "function": _function,
        "class": _class,
        "import": _import,
    }
    _EXPRESSIONS: ClassVar[dict[str, Callable[[Lowering, tree_sitter.Node, Label], syntax.Expression]]] = {
        "identifier": _identifier,
        "const": _const,
        "string": _string,
        "fragment": _fragment_of,
        "escape": _fragment_of,
        "template": _template,
        "heredoc": _heredoc,
        "concat": _concat,
        "format": _format,
        "attribute": _attribute,
        "index": _index,
        "slice": _slice,
        "call": _call,
        "map": _map,
        "seq": _seq,
        "array": _array,
        "each": _each,
        "choice": _choice,
        "operation": _operation,
        "assign": _assigned,
        "default": _default,
        "lambda": _lambda,
        "group": _group,
        "sequence": _sequence,
        "regex": _regex,
        "module": _required_module,
        "shorthand": _shorthand,
        "block": _enclosed,
        "captured": _captured,
        "quoted": _quoted,
        "pipe": _pipe,
    }

    @classmethod
    def forms(cls) -> frozenset[str]:
        """Give every form that a query can give a node."""
        return frozenset(
            {*cls._STATEMENTS, *cls._EXPRESSIONS, *_LEFT, "argument", "binding", "entry", "flag", "handler", "parameter", "spread"}
        )


def _between_lines(parts: list[syntax.Expression]) -> list[syntax.Expression]:
    """Leave out of a text the line ends behind its opening quotes and before its closing ones."""
    first, last = (parts[0], parts[-1]) if parts else (None, None)
    if isinstance(first, syntax.Str) and (blank := len(first.text) - len(first.text.lstrip())) and "\n" in first.text[:blank]:
        parts = [_cut(first, blank, len(first.text)), *parts[1:]]
        last = parts[-1]
    if isinstance(last, syntax.Str) and "\n" in last.text[len(last.text.rstrip()) :]:
        parts = [*parts[:-1], _cut(last, 0, len(last.text.rstrip()))]
    return parts


def _cut(text: syntax.Str, start: int, stop: int) -> syntax.Str:
    content = replace(text.content, start=text.content.start + start, end=text.content.start + stop) if text.verbatim else text.content
    return replace(text, text=text.text[start:stop], content=content)


def _giving(body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
    """Let statements give what the last of them is, or the last of each of its branches."""
    match body:
        case (*before, syntax.Evaluate(span=span, value=value)):
            return (*before, syntax.Return(span, value))
        case (*before, syntax.If() as last):
            return (*before, replace(last, body=_giving(last.body), otherwise=_giving(last.otherwise)))
        case (*before, syntax.With() as last):
            return (*before, replace(last, body=_giving(last.body)))
        case (*before, syntax.Try() as last):
            handlers = tuple(replace(each, body=_giving(each.body)) for each in last.handlers)
            return (*before, replace(last, body=_giving(last.body), handlers=handlers))
    return body


def _called_at_once(span: Span, body: tuple[syntax.Statement, ...]) -> syntax.Expression:
    """Make an expression of statements: what the last of them gives."""
    match body:
        case (syntax.Evaluate(value=value),):
            return value
    return syntax.Call(span, syntax.Lambda(span, (), _giving(body)), ())
