"""Python's front end: libcst reads the source, and its tree is lowered to the forms of `syntax`.

Only the statements that can matter are parsed (`python_outline`).
"""

from __future__ import annotations

import ast
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final

import libcst as cst

from sealguard import syntax
from sealguard.facts import Zone
from sealguard.flow import follow
from sealguard.flow.scopes import last_name
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.python_library import LIBRARY
from sealguard.languages.python_outline import outline
from sealguard.languages.python_positions import Positions
from sealguard.syntax import ALL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sealguard.facts import Facts
    from sealguard.flow.library import Library
    from sealguard.languages.fragment import Fragment
    from sealguard.model import Span

_DEEPEST: Final = 180
"""How deeply expressions may nest; hostile code nests by the thousand to exhaust the stack."""


def read(fragment: Fragment, facts: Facts) -> None:
    """Add what a piece of Python says to `facts`.

    Raises:
        SyntaxProblem: it is not Python 3, or nests too deeply.

    """
    sketch = outline(fragment.text)
    # What a file means to others, and others to it, hangs on names that say nothing here.
    tied = fragment.document.neighbours is not None
    zones = [(fragment.outer(remark.start, remark.end), Zone.COMMENT) for remark in sketch.remarks]
    facts.zones = sorted([*facts.zones, *zones], key=lambda zone: zone[0])
    whole = ((0, len(fragment.text)),)
    kept = whole if fragment.shown or tied else tuple(sketch.pieces)
    try:
        _follow(fragment, kept, facts)
    except SyntaxProblem:
        # What was left out may be what closes a bracket: only the whole can tell whether it is Python.
        if kept == whole:
            raise
        _follow(fragment, whole, facts)


def program(fragment: Fragment) -> tuple[Library, syntax.Program]:
    """Give the program that a piece of Python is. Raises as `read`."""
    outline(fragment.text)  # which refuses what would exhaust the parser
    return LIBRARY, _program(fragment)


def _follow(fragment: Fragment, kept: tuple[tuple[int, int], ...], facts: Facts) -> None:
    piece = fragment.nest("python", ((fragment.text[start:end], start, end) for start, end in kept), fragment.shown)
    try:
        follow(_program(piece), LIBRARY, facts)
    except RecursionError:
        raise SyntaxProblem("Python that nests too deeply") from None


def _program(fragment: Fragment) -> syntax.Program:
    try:
        module = cst.parse_module(fragment.text)
    except cst.ParserSyntaxError as error:
        raise SyntaxProblem(f"not Python 3 (line {error.raw_line})") from None
    except (RecursionError, ValueError) as error:
        raise SyntaxProblem(f"Python that cannot be read ({type(error).__name__})") from None
    return _Lowering(fragment, Positions(module)).program(module)


_COMPARISONS: Final[dict[type[cst.BaseCompOp], str]] = {
    cst.Equal: "==",
    cst.NotEqual: "!=",
    cst.In: "in",
    cst.NotIn: "not in",
    cst.Is: "is",
    cst.IsNot: "is not",
    cst.LessThan: "<",
    cst.LessThanEqual: "<=",
    cst.GreaterThan: ">",
    cst.GreaterThanEqual: ">=",
}


class _Lowering:
    """Turns libcst's nodes into `syntax`'s; a node it has no method for becomes `Opaque` over its expressions."""

    def __init__(self, fragment: Fragment, positions: Positions) -> None:
        self._fragment = fragment
        self._spans = positions.spans
        self._depth = 0

    def program(self, module: cst.Module) -> syntax.Program:
        return syntax.Program(self._shown(self._block(module.body)))

    def _shown(self, body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
        """Mark the expressions that end a notebook's cell: their value is printed."""
        statements = list(body)
        for end in self._fragment.shown:
            limit = self._fragment.outer(0, end).end
            last = max((at for at, each in enumerate(statements) if each.span.end <= limit), default=None)
            if last is not None and isinstance(each := statements[last], syntax.Evaluate):
                statements[last] = replace(each, shown=True)
        return tuple(statements)

    def _span(self, node: cst.CSTNode) -> Span:
        return self._fragment.outer(*self._spans[node])

    # Statements --------------------------------------------------------------------------------------------------------

    def _block(self, body: Iterable[cst.CSTNode]) -> tuple[syntax.Statement, ...]:
        statements: list[syntax.Statement] = []
        for node in body:
            if isinstance(node, (cst.SimpleStatementLine, cst.SimpleStatementSuite)):
                for small in node.body:
                    statements.extend(self._small(small))
            elif isinstance(node, cst.BaseSmallStatement):  # `def f(): return x` has no line of its own
                statements.extend(self._small(node))
            else:
                statements.extend(self._compound(node))
        return tuple(statements)

    def _small(self, node: cst.BaseSmallStatement) -> Iterable[syntax.Statement]:
        span = self._span(node)
        match node:
            case cst.Expr(value=cst.Yield(value=value)):
                yield syntax.Return(span, self._optional(value.item if isinstance(value, cst.From) else value))
            case cst.Expr():
                yield syntax.Evaluate(span, self._expression(node.value))
            case cst.Assign():
                assigned = self._expression(node.value)
                for target in node.targets:
                    yield syntax.Assign(span, self._expression(target.target), assigned)
            case cst.AnnAssign():
                declared = _type_name(node.annotation)
                if node.value is not None:
                    yield syntax.Assign(span, self._expression(node.target), self._expression(node.value), type=declared)
                elif isinstance(node.target, cst.Name):
                    yield syntax.Declare(span, node.target.value, type=declared)
            case cst.AugAssign():
                operator = "|=" if isinstance(node.operator, cst.BitOrAssign) else "+="
                yield syntax.Assign(span, self._expression(node.target), self._expression(node.value), operator)
            case cst.Return() | cst.Raise() | cst.Break() | cst.Continue():
                yield self._leaving(node)
            case cst.Assert():
                yield syntax.Assert(span, self._expression(node.test))
            case cst.Import():
                for alias in node.names:
                    dotted = _dotted(alias.name)
                    if alias.asname is not None:
                        yield syntax.Import(span, dotted, None, _dotted(alias.asname.name))
                    else:
                        yield syntax.Import(span, dotted.partition(".")[0], None, dotted.partition(".")[0], dotted)
            case cst.ImportFrom(names=names):
                module = "." * len(node.relative) + (_dotted(node.module) if node.module is not None else "")
                yield from (syntax.Import(span, module, *pair) for pair in _imported(names))
            case _:
                yield syntax.Evaluate(span, self._opaque(node))

    def _leaving(self, node: cst.Return | cst.Raise | cst.Break | cst.Continue) -> syntax.Statement:
        span = self._span(node)
        match node:
            case cst.Return():
                return syntax.Return(span, self._optional(node.value))
            case cst.Raise():
                return syntax.Raise(span, self._optional(node.exc))
        return syntax.Jump(span, "continue" if isinstance(node, cst.Continue) else "break")

    def _compound(self, node: cst.CSTNode) -> Iterable[syntax.Statement]:
        span = self._span(node)
        match node:
            case cst.FunctionDef():
                decorators = tuple(self._expression(each.decorator) for each in node.decorators)
                yield syntax.Function(span, node.name.value, self._parameters(node.params), self._block(node.body.body), decorators)
            case cst.ClassDef():
                bases = tuple(self._expression(base.value) for base in node.bases)
                yield syntax.Class(span, node.name.value, bases, self._block(node.body.body))
            case cst.If():
                yield self._if(node)
            case cst.For():
                yield syntax.Loop(span, self._expression(node.iter), self._block(node.body.body), self._expression(node.target))
                yield from self._else(node.orelse)
            case cst.While():
                yield syntax.Loop(span, self._expression(node.test), self._block(node.body.body))
                yield from self._else(node.orelse)
            case cst.Try() | cst.TryStar():
                body = self._block(node.body.body) + self._else(node.orelse)
                yield syntax.Try(span, body, tuple(self._handler(each) for each in node.handlers), self._else(node.finalbody))
            case cst.With():
                yield self._with(node, list(node.items))
            case cst.Match():
                subject = self._expression(node.subject)
                for case in node.cases:
                    yield syntax.If(self._span(case), self._matched(subject, case.pattern), self._block(case.body.body))
            case _:
                yield syntax.Evaluate(span, self._opaque(node))

    def _matched(self, subject: syntax.Expression, pattern: cst.MatchPattern) -> syntax.Expression:
        """Give the test that a pattern of values stands for; of any other pattern, what is taken apart."""
        if isinstance(pattern, cst.MatchValue):
            value = self._expression(pattern.value)
            return syntax.Operation(value.span, "==", (subject, value))
        if isinstance(pattern, cst.MatchOr) and all(isinstance(each.pattern, cst.MatchValue) for each in pattern.patterns):
            span = self._span(pattern)
            items = tuple(self._expression(each.pattern.value) for each in pattern.patterns if isinstance(each.pattern, cst.MatchValue))
            return syntax.Operation(span, "in", (subject, syntax.Seq(span, items)))
        return subject

    def _if(self, node: cst.If) -> syntax.If:
        match node.orelse:
            case cst.If() as other:
                otherwise: tuple[syntax.Statement, ...] = (self._if(other),)
            case cst.Else() as other:
                otherwise = self._block(other.body.body)
            case _:
                otherwise = ()
        return syntax.If(self._span(node), self._expression(node.test), self._block(node.body.body), otherwise)

    def _else(self, node: cst.Else | cst.Finally | None) -> tuple[syntax.Statement, ...]:
        return self._block(node.body.body) if node is not None else ()

    def _handler(self, node: cst.ExceptHandler | cst.ExceptStarHandler) -> syntax.Handler:
        types: tuple[syntax.Expression, ...] = ()
        if node.type is not None:
            caught = self._expression(node.type)
            types = caught.items if isinstance(caught, syntax.Seq) else (caught,)
        name = node.name.name.value if node.name is not None and isinstance(node.name.name, cst.Name) else None
        return syntax.Handler(types, name, self._block(node.body.body), self._span(node))

    def _with(self, node: cst.With, items: list[cst.WithItem]) -> syntax.With:
        item, *rest = items
        target = self._expression(item.asname.name) if item.asname is not None else None
        body: tuple[syntax.Statement, ...] = (self._with(node, rest),) if rest else self._block(node.body.body)
        return syntax.With(self._span(node), self._expression(item.item), target, body)

    def _parameters(self, node: cst.Parameters) -> tuple[syntax.Parameter, ...]:
        found = [self._parameter(each) for each in (*node.posonly_params, *node.params)]
        if isinstance(node.star_arg, cst.Param):
            found.append(self._parameter(node.star_arg, "list"))
        found += [self._parameter(each) for each in node.kwonly_params]
        if node.star_kwarg is not None:
            found.append(self._parameter(node.star_kwarg, "map"))
        return tuple(found)

    def _parameter(self, node: cst.Param, spread: str = "") -> syntax.Parameter:
        default = self._optional(node.default) or self._injected(node.annotation)
        if isinstance(default, syntax.Call) and last_name(default) == "Depends" and default.arguments:
            default = syntax.Call(default.span, default.arguments[0].value, ())
        return syntax.Parameter(node.name.value, self._span(node), default, spread, _type_name(node.annotation))

    def _injected(self, node: cst.Annotation | None) -> syntax.Expression | None:
        """Give what a framework calls for a parameter: `headers: Annotated[dict, Depends(make_headers)]`."""
        match node:
            case cst.Annotation(annotation=cst.Subscript(slice=[_, *rest])):
                for element in rest:
                    if isinstance(element.slice, cst.Index) and isinstance(element.slice.value, cst.Call):
                        call = self._expression(element.slice.value)
                        return call if last_name(call) == "Depends" else None
        return None

    # Expressions -------------------------------------------------------------------------------------------------------

    def _optional(self, node: cst.CSTNode | None) -> syntax.Expression | None:
        return self._expression(node) if node is not None else None

    def _expression(self, node: cst.CSTNode) -> syntax.Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise RecursionError
        lower = self._FORMS.get(type(node))
        result = lower(self, node) if lower is not None else self._opaque(node)
        self._depth -= 1
        return result

    def _opaque(self, node: cst.CSTNode) -> syntax.Opaque:
        return syntax.Opaque(self._span(node), tuple(self._expression(child) for child in _expressions_below(node)))

    def _string(self, node: cst.SimpleString) -> syntax.Str:
        start, end = self._spans[node]
        opening, closing = len(node.prefix) + len(node.quote), len(node.quote)
        raw = node.raw_value
        value = raw if "\\" not in raw else _evaluated(node.value, raw)
        return syntax.Str(
            self._fragment.outer(start, end),
            value,
            self._fragment.outer(start + opening, end - closing),
            verbatim=value == raw and self._fragment.verbatim(start + opening, end - closing),
            binary="b" in node.prefix.lower(),
        )

    def _formatted_string(self, node: cst.FormattedString) -> syntax.Expression:
        raw_prefix = "r" in node.start.lower()
        parts: list[syntax.Expression] = []
        for part in node.parts:
            if isinstance(part, cst.FormattedStringText):
                parts.append(self._formatted_text(part, raw=raw_prefix))
            elif isinstance(part, cst.FormattedStringExpression):
                parts.append(self._formatted_expression(part))
        return syntax.Join(self._span(node), tuple(parts), filled=True)

    def _formatted_text(self, node: cst.FormattedStringText, *, raw: bool) -> syntax.Str:
        spelled = node.value
        value = spelled.replace("{{", "{").replace("}}", "}")
        if "\\" in value and not raw:
            value = _evaluated('"""' + value.replace('"', '\\"') + '"""', value)
        span = self._span(node)
        return syntax.Str(span, value, span, verbatim=value == spelled and self._fragment.verbatim(*self._spans[node]))

    def _formatted_expression(self, node: cst.FormattedStringExpression) -> syntax.Expression:
        value = self._expression(node.expression)
        if node.conversion in {"r", "a"}:
            span = self._span(node)
            return syntax.Call(span, syntax.Name(span, "repr"), (syntax.Argument(value),))
        if node.format_spec and any(isinstance(part, cst.FormattedStringText) and "." in part.value for part in node.format_spec):
            # `{token:.4}` shows the first letters alone.
            return syntax.Slice(self._span(node), value, (None, syntax.Const(self._span(node), 4), None))
        return value

    def _concatenated(self, node: cst.ConcatenatedString) -> syntax.Join:
        return syntax.Join(self._span(node), (self._expression(node.left), self._expression(node.right)))

    def _binary(self, node: cst.BinaryOperation) -> syntax.Expression:
        span = self._span(node)
        if isinstance(node.operator, cst.Add):
            operands: list[cst.BaseExpression] = []
            left: cst.BaseExpression = node
            while isinstance(left, cst.BinaryOperation) and isinstance(left.operator, cst.Add):  # a + b + c + ... nests to the left
                operands.append(left.right)
                left = left.left
            return syntax.Join(span, tuple(self._expression(each) for each in (left, *reversed(operands))))
        left_value, right_value = self._expression(node.left), self._expression(node.right)
        if isinstance(node.operator, cst.Modulo):
            arguments = right_value.items if isinstance(right_value, syntax.Seq) else (right_value,)
            return syntax.Format(span, "percent", left_value, tuple(syntax.Argument(each) for each in arguments))
        if isinstance(node.operator, cst.Divide):
            # `Path(...) / "name"`, `httpx.URL(base) / "path"`: joined by a slash that is not spelled.
            return syntax.Operation(span, "/", (left_value, right_value))
        operator = {cst.BitOr: "|", cst.Multiply: "*"}.get(type(node.operator), "arithmetic")
        return syntax.Operation(span, operator, (left_value, right_value))

    def _boolean(self, node: cst.BooleanOperation) -> syntax.Expression:
        operands = (self._expression(node.left), self._expression(node.right))
        if isinstance(node.operator, cst.Or):
            return syntax.Choice(self._span(node), operands)
        return syntax.Operation(self._span(node), "and", operands)

    def _comparison(self, node: cst.Comparison) -> syntax.Operation:
        operands = [self._expression(node.left), *(self._expression(each.comparator) for each in node.comparisons)]
        operators = [_COMPARISONS.get(type(each.operator), "==") for each in node.comparisons]
        span = self._span(node)
        pairs = [
            syntax.Operation(span, operator, (operands[at], operands[at + 1]))  # `500 <= status < 600`
            for at, operator in enumerate(operators)
        ]
        return pairs[0] if len(pairs) == 1 else syntax.Operation(span, "and", tuple(pairs))

    def _unary(self, node: cst.UnaryOperation) -> syntax.Expression:
        operand = self._expression(node.expression)
        if isinstance(node.operator, cst.Minus) and isinstance(operand, syntax.Const) and operand.value is not None:
            return syntax.Const(self._span(node), -operand.value)
        return syntax.Operation(self._span(node), "not" if isinstance(node.operator, cst.Not) else "arithmetic", (operand,))

    def _conditional(self, node: cst.IfExp) -> syntax.Choice:
        options = (self._expression(node.body), self._expression(node.orelse))
        return syntax.Choice(self._span(node), options, self._expression(node.test))

    def _named(self, node: cst.NamedExpr) -> syntax.Assigned:
        return syntax.Assigned(self._span(node), self._expression(node.target), self._expression(node.value))

    def _name(self, node: cst.Name) -> syntax.Expression:
        span = self._span(node)
        constants = {"True": True, "False": False, "None": None}
        return syntax.Const(span, constants[node.value]) if node.value in constants else syntax.Name(span, node.value)

    def _number(self, node: cst.Integer | cst.Float) -> syntax.Expression:
        try:
            return syntax.Const(self._span(node), ast.literal_eval(node.value))
        except (ValueError, SyntaxError):  # an integer of more digits than Python converts
            return syntax.Opaque(self._span(node))

    def _attribute(self, node: cst.Attribute) -> syntax.Attribute:
        return syntax.Attribute(self._span(node), self._expression(node.value), node.attr.value)

    def _subscript(self, node: cst.Subscript) -> syntax.Expression:
        span, owner = self._span(node), self._expression(node.value)
        match node.slice:
            case [cst.SubscriptElement(slice=cst.Index(value=key))]:
                return syntax.Index(span, owner, self._expression(key))
            case [cst.SubscriptElement(slice=cst.Slice() as cut)]:
                return syntax.Slice(span, owner, (self._optional(cut.lower), self._optional(cut.upper), self._optional(cut.step)))
            case _:
                return syntax.Opaque(span, (owner,))

    def _call(self, node: cst.Call) -> syntax.Call:
        spreads = {"*": "list", "**": "map"}
        arguments = tuple(
            syntax.Argument(
                self._expression(each.value), each.keyword.value if each.keyword is not None else None, spreads.get(each.star, "")
            )
            for each in node.args
        )
        return syntax.Call(self._span(node), self._expression(node.func), arguments)

    def _dict(self, node: cst.Dict) -> syntax.Map:
        entries = tuple(
            syntax.Entry(self._expression(each.key) if isinstance(each, cst.DictElement) else None, self._expression(each.value))
            for each in node.elements
        )
        return syntax.Map(self._span(node), entries)

    def _sequence(self, node: cst.List | cst.Tuple | cst.Set) -> syntax.Seq:
        return syntax.Seq(self._span(node), tuple(self._expression(each.value) for each in node.elements))

    def _map_comprehension(self, node: cst.DictComp) -> syntax.Each:
        span, source = self._span(node), node.for_in
        entry = syntax.Map(span, (syntax.Entry(self._expression(node.key), self._expression(node.value)),))
        return syntax.Each(span, entry, self._expression(source.target), self._expression(source.iter), merged=True)

    def _comprehension(self, node: cst.ListComp | cst.SetComp | cst.GeneratorExp) -> syntax.Each:
        source = node.for_in
        return syntax.Each(self._span(node), self._expression(node.elt), self._expression(source.target), self._expression(source.iter))

    def _lambda(self, node: cst.Lambda) -> syntax.Lambda:
        body = self._expression(node.body)
        return syntax.Lambda(self._span(node), self._parameters(node.params), (syntax.Return(body.span, body),))

    def _await(self, node: cst.Await) -> syntax.Expression:
        return self._expression(node.expression)

    def _starred(self, node: cst.StarredElement) -> syntax.Expression:
        return self._expression(node.value)

    _FORMS: ClassVar[dict[type[cst.CSTNode], Callable[..., syntax.Expression]]] = {
        cst.SimpleString: _string,
        cst.FormattedString: _formatted_string,
        cst.ConcatenatedString: _concatenated,
        cst.BinaryOperation: _binary,
        cst.BooleanOperation: _boolean,
        cst.Comparison: _comparison,
        cst.UnaryOperation: _unary,
        cst.IfExp: _conditional,
        cst.NamedExpr: _named,
        cst.Name: _name,
        cst.Integer: _number,
        cst.Float: _number,
        cst.Attribute: _attribute,
        cst.Subscript: _subscript,
        cst.Call: _call,
        cst.Dict: _dict,
        cst.List: _sequence,
        cst.Tuple: _sequence,
        cst.Set: _sequence,
        cst.ListComp: _comprehension,
        cst.SetComp: _comprehension,
        cst.GeneratorExp: _comprehension,
        cst.DictComp: _map_comprehension,
        cst.Lambda: _lambda,
        cst.Await: _await,
        cst.StarredElement: _starred,
    }


def _expressions_below(node: cst.CSTNode) -> Iterable[cst.CSTNode]:
    """Give the nearest expressions inside a node that has no lowering of its own."""
    for child in node.children:
        if isinstance(child, cst.BaseExpression):
            yield child
        else:
            yield from _expressions_below(child)


def _type_name(annotation: cst.Annotation | None) -> str:
    """Give the class that an annotation names: `Customer`, `Customer | None`, `Optional[Customer]`, `"Customer"`."""
    node = annotation.annotation if annotation is not None else None
    while True:
        match node:
            case cst.BinaryOperation(left=node):
                pass
            case cst.Subscript(
                value=cst.Name(value="Optional" | "Annotated"), slice=[cst.SubscriptElement(slice=cst.Index(value=node)), *_]
            ):
                pass
            case cst.Name(value=name):
                return name
            case cst.SimpleString() if len(node.raw_value) <= 80:  # noqa: PLR2004 - longer is no class's name
                return node.raw_value.strip()
            case _:
                return ""


def _imported(names: Sequence[cst.ImportAlias] | cst.ImportStar) -> Iterable[tuple[str, str]]:
    """Give the names that are imported, each with what it is called here."""
    if isinstance(names, cst.ImportStar):
        return ((ALL, ALL),)
    return ((name := _dotted(each.name), _dotted(each.asname.name) if each.asname is not None else name) for each in names)


def _dotted(node: cst.CSTNode) -> str:
    if isinstance(node, cst.Attribute):
        return f"{_dotted(node.value)}.{node.attr.value}"
    return node.value if isinstance(node, cst.Name) else ""


def _evaluated(literal: str, otherwise: str) -> str:
    """Resolve the escapes of a literal; bytes become the text that Latin-1 makes of them."""
    try:
        value = ast.literal_eval(literal)
    except (ValueError, SyntaxError):
        return otherwise
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
