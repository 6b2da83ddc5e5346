"""Lowers what has a value: names, calls, collections, operators, functions without a name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

from sealguard import syntax
from sealguard.languages.literals import number
from sealguard.languages.lowering_texts import Texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import tree_sitter

    from sealguard.languages.labels import Label
    from sealguard.model import Span

_DEEPEST: Final = 200
"""How deeply code may nest; hostile code nests by the thousand to exhaust the stack."""
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
_CONSTANTS: Final = {"true": True, "false": False, "null": None, "nil": None, "none": None, "undef": None}


class Expressions(Texts):
    """The forms of expressions."""

    STATEMENTS: ClassVar[dict[str, Callable[..., Iterator[syntax.Statement]]]]

    def _expression(self, node: tree_sitter.Node) -> syntax.Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError
        node = self._unwrapped(node)
        label = self._labels.get(node.id)
        if label is None:
            result: syntax.Expression = self._opaque(node)
        elif (lower := self.EXPRESSIONS.get(label.form)) is not None:
            result = lower(self, node, label)
        elif label.form in self.STATEMENTS:
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

    def _attribute(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        owner, name = self._part(label, "owner"), self._part(label, "name")
        if name is None:
            return self._opaque(node)
        held = self._expression(owner) if owner is not None else syntax.Name(self._span(node), self._receiver)
        return _outside(held, lambda inner: syntax.Attribute(self._span(node), inner, self._word(name), self._span(name)))

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
        # A call begins where its function does, which stands before the arguments' node in HCL's blocks.
        span = self._fragment.outer(min(self._range(node)[0], self._range(function)[0]), self._range(node)[1])
        # What the base class's constructor is given is seen as a call of that class.
        base = self._base if self._text(function) in {"super", "base"} or label.all("base") else None
        called = base if base is not None else self._expression(function)
        if label.all("base"):
            return syntax.Call(span, called, self._given(self._parts(label, "argument")))
        if label.all("own") and self._class_name:
            called = syntax.Name(self._span(function), self._class_name)
        arguments = self._given(self._parts(label, "argument"))
        if (method := label.one("method")) is not None and not label.all("made"):
            called = syntax.Attribute(self._span(function), called, self._word(method), self._span(method))
        if (block := self._part(label, "block")) is not None:
            arguments = (*arguments, syntax.Argument(self._expression(block), syntax.BLOCK))
        return _outside(called, lambda inner: syntax.Call(span, inner, arguments))

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
            key = self._expression(name)  # `HeaderNames.AUTHORIZATION -> value`: a constant of somewhere else
            word = syntax.Str(at, self._word(name), at)
            yield syntax.Entry(key if isinstance(key, syntax.Attribute) else word, self._expression(value))
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
        lowered = syntax.Operation(self._span(node), _OPERATORS.get(operator.lower(), operator), operands)
        if (bound := self._part(label, "bound")) is None:
            return lowered
        named = syntax.Assigned(lowered.span, self._target(bound), operands[0])
        return syntax.Operation(lowered.span, "and", (lowered, named))

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

    def _required_module(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        name = label.one("name")
        if name is None:
            return self._opaque(node)
        span, module = self._span(node), self._module(name)
        self._inline.append(syntax.Import(span, module, None, module))
        return syntax.Name(span, module)

    def _shorthand(self, node: tree_sitter.Node, label: Label) -> syntax.Expression:
        del label
        return syntax.Name(self._span(node), self._word(node))

    EXPRESSIONS: ClassVar[dict[str, Callable[..., syntax.Expression]]] = {
        **Texts.TEXTS,
        "identifier": _identifier,
        "const": _const,
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
        "module": _required_module,
        "shorthand": _shorthand,
        "block": _enclosed,
        "pipe": _pipe,
    }


def _outside(held: syntax.Expression, make: Callable[[syntax.Expression], syntax.Expression]) -> syntax.Expression:
    """Put `not` outside of what is made of its operand: a grammar may read `!a.b()` as what is behind `!a` (Kotlin's does)."""
    match held:
        case syntax.Operation(operator="not", operands=(inner,)):
            return syntax.Operation(held.span, "not", (make(inner),))
    return make(held)


def giving(body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
    """Let statements give what the last of them is, or the last of each of its branches."""
    match body:
        case (*before, syntax.Evaluate(span=span, value=value)):
            return (*before, syntax.Return(span, value))
        case (*before, syntax.If() as last):
            return (*before, replace(last, body=giving(last.body), otherwise=giving(last.otherwise)))
        case (*before, syntax.With() as last):
            return (*before, replace(last, body=giving(last.body)))
        case (*before, syntax.Try() as last):
            handlers = tuple(replace(each, body=giving(each.body)) for each in last.handlers)
            return (*before, replace(last, body=giving(last.body), handlers=handlers))
    return body


def _called_at_once(span: Span, body: tuple[syntax.Statement, ...]) -> syntax.Expression:
    """Make an expression of statements: what the last of them gives."""
    match body:
        case (syntax.Evaluate(value=value),):
            return value
    return syntax.Call(span, syntax.Lambda(span, (), giving(body)), ())
