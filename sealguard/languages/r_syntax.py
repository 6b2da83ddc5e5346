"""Reads R, for which there is no grammar to install, into the forms of `syntax`: expressions by precedence, newlines as they matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.languages.literals import number, unescape
from sealguard.languages.problem import SyntaxProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.languages.fragment import Fragment
    from sealguard.model import Span

_TOKEN: Final = re.compile(
    r"(?P<space>[ \t\r\f]+)|(?P<comment>#[^\n]*)|(?P<newline>\n)"
    r"|(?P<raw>[rR](?:\"(?P<dash>-{0,5})\((?s:.*?)\)(?P=dash)\"|'\((?s:.*?)\)'))"
    r"|(?P<string>\"(?:[^\"\\]|\\(?s:.))*\"|'(?:[^'\\]|\\(?s:.))*')"
    r"|(?P<number>0[xX][0-9A-Fa-f]+L?|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?[Li]?)"
    r"|(?P<name>`[^`\n]*`|(?:[A-Za-z]|\.(?!\d))[\w.]*|\.\.\.)"
    r"|(?P<operator><<-|->>|<-|->|\|>|:::|::|%[^%\n]*%|<=|>=|==|!=|&&|\|\||:=|\[\[|[-+*/^<>=!&|~?:$@(){}\[\],;\\])",
)
_ASSIGNING: Final = {"<-": 5, "<<-": 5, "=": 4, ":=": 5}
_LEFT: Final = {
    "?": 1, "->": 6, "->>": 6, "~": 8, "||": 10, "|": 10, "&&": 12, "&": 12, "==": 16, "!=": 16, "<": 16, ">": 16, "<=": 16, ">=": 16,
    "+": 18, "-": 18, "*": 20, "/": 20, "|>": 22, ":": 24, "^": 28,
}  # fmt: skip
_SPECIAL: Final = 22
_UNARY: Final = {"!": 14, "-": 26, "+": 26, "~": 8, "?": 1}
_CONSTANTS: Final = {"TRUE": True, "T": True, "FALSE": False, "F": False, "NULL": None, "NA": None}
_COMPARING: Final = {"==": "==", "!=": "!=", "%in%": "=="}
_PIPES: Final = frozenset({"|>", "%>%", "%T>%"})
_DEEPEST: Final = 120
"""How deeply code may nest."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


def parse(fragment: Fragment) -> tuple[syntax.Program, list[tuple[int, int]]]:
    """Give a program, and where its comments are.

    Raises:
        SyntaxProblem: it is no R, or nests too deeply.

    """
    comments: list[tuple[int, int]] = []
    tokens: list[_Token] = []
    at, unknown = 0, 0
    while at < len(fragment.text):
        match = _TOKEN.match(fragment.text, at)
        if match is None:
            at, unknown = at + 1, unknown + 1
            continue
        kind = match.lastgroup if match.lastgroup != "dash" else "raw"
        if kind == "comment":
            comments.append(match.span())
        elif kind != "space":
            tokens.append(_Token(kind or "", match.group(), *match.span()))
        at = match.end()
    if unknown > len(tokens):
        raise SyntaxProblem("not R")
    return syntax.Program(_Parser(fragment, tokens).program()), comments


class _Parser:
    def __init__(self, fragment: Fragment, tokens: list[_Token]) -> None:
        self._fragment = fragment
        self._tokens = [*tokens, _Token("end", "", len(fragment.text), len(fragment.text))]
        self._at = 0
        self._depth = 0
        self._enclosed: list[bool] = [False]
        """Whether newlines say nothing: inside brackets that are no braces."""

    def program(self) -> tuple[syntax.Statement, ...]:
        """Read everything; what cannot be read is passed over to the end of its line."""
        body: list[syntax.Statement] = []
        passed = 0
        while not self._ended():
            before = self._at
            try:
                body += self._statements(frozenset())
            except _UnreadableError:
                del self._enclosed[1:]
                self._depth = 0
            if not self._ended():
                passed += 1
                self._at = max(self._at, before)
                while self._tokens[self._at].kind not in {"newline", "end"}:
                    self._at += 1
        if passed > len(body) + 2:
            raise SyntaxProblem("not R")
        return tuple(body)

    # Tokens ------------------------------------------------------------------------------------------------------------

    def _ended(self) -> bool:
        self._newlines()
        return self._tokens[self._at].kind == "end"

    def _newlines(self) -> None:
        while self._tokens[self._at].kind == "newline" or self._tokens[self._at].text == ";":
            self._at += 1

    def _peek(self) -> _Token:
        while self._enclosed[-1] and self._tokens[self._at].kind == "newline":
            self._at += 1
        return self._tokens[self._at]

    def _take(self, text: str = "") -> _Token:
        token = self._peek()
        if text and token.text != text:
            raise _UnreadableError
        self._at += token.kind != "end"
        return token

    def _span(self, start: int, end: int | None = None) -> Span:
        return self._fragment.outer(start, self._tokens[max(0, self._at - 1)].end if end is None else end)

    def _within(self, read: Callable[[], None], closing: str) -> None:
        """Read what is inside brackets, up to the closing one."""
        self._enclosed.append(True)
        while self._peek().text not in {closing, ""}:
            if self._peek().text == ",":
                self._at += 1
                continue
            before = self._at
            read()
            if self._at == before:
                raise _UnreadableError
        self._take(closing)
        self._enclosed.pop()

    # Statements --------------------------------------------------------------------------------------------------------

    def _statements(self, ends: frozenset[str]) -> list[syntax.Statement]:
        found: list[syntax.Statement] = []
        self._newlines()
        while self._peek().kind != "end" and self._peek().text not in ends:
            found += self._statement()
            if self._tokens[self._at].kind not in {"newline", "end"} and self._tokens[self._at].text not in {";", *ends}:
                break
            self._newlines()
        return found

    def _statement(self) -> list[syntax.Statement]:
        value = self._expression(0)
        match value:
            case syntax.Assigned(target=syntax.Name(id=name), value=syntax.Lambda() as made):
                return [syntax.Function(value.span, name, made.parameters, made.body)]
            case syntax.Assigned():
                return [syntax.Assign(value.span, value.target, value.value)]
            case syntax.Call(function=syntax.Lambda(parameters=(), body=(syntax.If() | syntax.Loop() as only,)), arguments=()):
                return [only]
            case syntax.Call(function=syntax.Name(id="return"), arguments=arguments):
                return [syntax.Return(value.span, arguments[0].value if arguments else None)]
        return [syntax.Evaluate(value.span, value)]

    def _body(self) -> tuple[syntax.Statement, ...]:
        """Read a block, or one statement."""
        self._newlines()
        if self._peek().text != "{":
            return tuple(self._statement())
        self._take("{")
        self._enclosed.append(False)
        found = self._statements(frozenset("}"))
        self._newlines()
        self._take("}")
        self._enclosed.pop()
        return tuple(found)

    # Expressions -------------------------------------------------------------------------------------------------------

    def _expression(self, least: int) -> syntax.Expression:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise SyntaxProblem("R that nests too deeply")
        left = self._suffixed(self._primary())
        while True:
            token = self._peek()
            if (binds := _ASSIGNING.get(token.text)) is not None and token.kind == "operator":
                if binds < least:
                    break
                left = self._assigned(left, self._operand(binds))
                continue
            binds = _SPECIAL if token.text[:1] == "%" and token.kind == "operator" else _LEFT.get(token.text, -1)
            if token.kind != "operator" or binds < least or binds < 0:
                break
            left = self._joined(token.text, left, self._operand(binds + 1))
        self._depth -= 1
        return left

    def _operand(self, least: int) -> syntax.Expression:
        self._take()
        while self._tokens[self._at].kind == "newline":
            self._at += 1
        return self._expression(least)

    def _assigned(self, target: syntax.Expression, value: syntax.Expression) -> syntax.Expression:
        if isinstance(target, syntax.Str):
            target = syntax.Name(target.span, target.text)
        return syntax.Assigned(self._both(target, value), target, value)

    def _both(self, left: syntax.Expression, right: syntax.Expression) -> Span:
        return type(left.span)(left.span.start, max(left.span.end, right.span.end))

    def _joined(self, operator: str, left: syntax.Expression, right: syntax.Expression) -> syntax.Expression:
        span = self._both(left, right)
        if operator in {"->", "->>"}:
            return syntax.Assigned(span, right, left)
        if operator in _PIPES:
            if isinstance(right, syntax.Call) and isinstance(step := right.function, syntax.Attribute) and step.name.startswith("req_"):
                # Its first argument was taken for the request before the pipe was seen.
                given = (syntax.Argument(step.owner), *right.arguments)
                return syntax.Call(right.span, syntax.Attribute(step.span, left, step.name), given)
            if isinstance(right, syntax.Call):
                return _shaped(syntax.Call(right.span, right.function, (syntax.Argument(left), *right.arguments)))
            return syntax.Call(span, right, (syntax.Argument(left),))
        if operator == "%||%":
            return syntax.Choice(span, (left, right))
        return syntax.Operation(span, _COMPARING.get(operator, "arithmetic"), (left, right))

    def _primary(self) -> syntax.Expression:
        token = self._take()
        span = self._fragment.outer(token.start, token.end)
        match token.kind:
            case "string":
                return self._string(token, token.start + 1, token.end - 1, "backslash")
            case "raw":
                opening = token.text.index("(") + 1
                return self._string(token, token.start + opening, token.end - opening + 1, "none")
            case "number":
                return syntax.Const(span, number(token.text.rstrip("Li")))
            case "name":
                return self._named(token, span)
        match token.text:
            case "(":
                held: list[syntax.Expression] = []
                self._within(lambda: held.append(self._expression(0)), ")")
                return held[-1] if held else syntax.Opaque(span)
            case "{":
                self._at -= 1
                return _called_at_once(span, self._body())
            case "\\":
                return self._function(token.start)
            case text if text in _UNARY:
                operand = self._expression(_UNARY[text])
                if text == "-" and isinstance(operand, syntax.Const) and operand.value is not None:
                    return syntax.Const(span, -operand.value)
                return syntax.Operation(span, "not" if text == "!" else "arithmetic", (operand,))
        raise _UnreadableError

    def _string(self, token: _Token, start: int, end: int, escapes: str) -> syntax.Str:
        spelled = self._fragment.text[start:end]
        text = unescape(spelled, escapes)
        verbatim = text == spelled and self._fragment.verbatim(start, end)
        return syntax.Str(self._fragment.outer(token.start, token.end), text, self._fragment.outer(start, end), verbatim=verbatim)

    def _named(self, token: _Token, span: Span) -> syntax.Expression:
        match token.text:
            case "function":
                return self._function(token.start)
            case "if":
                return self._if(token.start)
            case "for" | "while" | "repeat":
                return self._loop(token)
            case name if name in _CONSTANTS:
                return syntax.Const(span, _CONSTANTS[name])
        if self._peek().text in {"::", ":::"}:
            # Whose a function is matters less than what it is called.
            self._take()
            token = self._take()
            span = self._fragment.outer(token.start, token.end)
        return syntax.Name(span, token.text.strip("`"))

    def _if(self, start: int) -> syntax.Expression:
        tests: list[syntax.Expression] = []
        self._take("(")
        self._within(lambda: tests.append(self._expression(0)), ")")
        then = self._body()
        after = self._at
        while self._tokens[self._at].kind == "newline":
            self._at += 1
        otherwise: tuple[syntax.Statement, ...] = ()
        if self._tokens[self._at].text == "else":
            self._at += 1
            otherwise = self._body()
        else:
            self._at = after
        span = self._span(start)
        test = tests[0] if tests else syntax.Opaque(span)
        return syntax.Call(span, syntax.Lambda(span, (), (syntax.If(span, test, _giving(then), _giving(otherwise)),)), ())

    def _loop(self, token: _Token) -> syntax.Expression:
        heads: list[syntax.Expression] = []
        target: syntax.Expression | None = None
        if token.text != "repeat":
            self._take("(")
            self._enclosed.append(True)
            if token.text == "for":
                name = self._take()
                target = syntax.Name(self._fragment.outer(name.start, name.end), name.text)
                self._take("in")
            self._enclosed.pop()
            self._within(lambda: heads.append(self._expression(0)), ")")
        span = self._span(token.start)
        body = (syntax.Loop(span, heads[0] if heads else None, self._body(), target),)
        return syntax.Call(span, syntax.Lambda(span, (), body), ())

    def _function(self, start: int) -> syntax.Expression:
        parameters: list[syntax.Parameter] = []

        def parameter() -> None:
            name = self._take()
            span = self._fragment.outer(name.start, name.end)
            default = None
            if self._peek().text == "=":
                self._take()
                default = self._expression(6)
            parameters.append(syntax.Parameter(name.text.strip("`"), span, default, "map" if name.text == "..." else ""))

        self._take("(")
        self._within(parameter, ")")
        body = _giving(self._body())
        return syntax.Lambda(self._span(start), tuple(parameters), body)

    # What stands behind an expression ----------------------------------------------------------------------------------

    def _suffixed(self, held: syntax.Expression) -> syntax.Expression:
        start = held.span.start
        while True:
            token = self._peek()
            if token.text == "(" and token.kind == "operator":
                arguments: list[syntax.Argument] = []
                self._take()
                self._within(lambda into=arguments: into.append(self._argument()), ")")  # type: ignore[misc]  # its default binds it now
                span = type(held.span)(start, self._span(token.start).end)
                held = _shaped(syntax.Call(span, held, tuple(arguments)))
            elif token.text in {"$", "@"}:
                self._take()
                name = self._take()
                span = type(held.span)(start, self._fragment.outer(name.start, name.end).end)
                held = syntax.Attribute(span, held, name.text.strip("`\"'"))
            elif token.text in {"[", "[["}:
                keys: list[syntax.Expression] = []
                self._take()
                self._within(lambda into=keys: into.append(self._expression(0)), "]")  # type: ignore[misc]  # as above
                if token.text == "[[":
                    self._take("]")
                span = type(held.span)(start, self._span(token.start).end)
                held = syntax.Index(span, held, keys[0]) if keys else held
            else:
                return held

    def _argument(self) -> syntax.Argument:
        value = self._expression(0)
        if isinstance(value, syntax.Assigned) and isinstance(value.target, syntax.Name):
            return syntax.Argument(value.value, value.target.id)
        return syntax.Argument(value)


class _UnreadableError(Exception):
    """What stands here is not understood."""


# What calls mean -------------------------------------------------------------------------------------------------------

_FIELD: Final = re.compile(r"\{\{|\}\}|\{([A-Za-z.][\w.]*)\}")
_GLUING: Final = frozenset({"glue", "str_glue", "str_interp"})
_SETTINGS: Final = {"authenticate": "auth", "add_headers": "headers", "set_cookies": "cookies"}


def _shaped(call: syntax.Call) -> syntax.Expression:
    """Give a call the form that says what it does: a vector, a request's part, a template, a step of a chain."""
    name = call.function.id if isinstance(call.function, syntax.Name) else ""
    if name in {"c", "list"}:
        return _vector(call)
    if name in _GLUING and call.arguments and isinstance(text := call.arguments[0].value, syntax.Str):
        return _glued(text)
    if name in _SETTINGS or name == "config":
        given = _vector(call)
        if name == "config":
            return given
        key = syntax.Str(call.function.span, _SETTINGS[name], call.function.span, verbatim=False)
        return syntax.Map(call.span, (syntax.Entry(key, given),))
    if name.startswith("req_") and call.arguments and call.arguments[0].name is None:
        first, *rest = call.arguments
        function = syntax.Attribute(call.span, first.value, name)
        if name == "req_options":
            rest = [syntax.Argument(each.value) for each in rest if each.name == "ssl_verifypeer"]
        named = all(each.name is not None for each in rest) and rest and name in {"req_headers", "req_url_query"}
        return syntax.Call(call.span, function, (syntax.Argument(_vector(call, tuple(rest))),) if named else tuple(rest))
    return call


def _vector(call: syntax.Call, given: tuple[syntax.Argument, ...] | None = None) -> syntax.Expression:
    """Make a map of named arguments, or a list of others."""
    arguments = call.arguments if given is None else given
    if not any(each.name for each in arguments):
        return syntax.Seq(call.span, tuple(each.value for each in arguments))
    entries: list[syntax.Entry] = []
    for each in arguments:
        # `.headers` and `!!!` hand a map on.
        if each.name in {None, ".headers", ".cookies"}:
            entries.append(syntax.Entry(None, each.value))
        elif not (each.name or "").startswith("."):
            entries.append(syntax.Entry(syntax.Str(each.value.span, each.name or "", each.value.span, verbatim=False), each.value))
    return syntax.Map(call.span, tuple(entries))


def _glued(text: syntax.Str) -> syntax.Expression:
    parts: list[syntax.Expression] = []
    at = 0
    for match in _FIELD.finditer(text.text):
        if match.group(1):
            parts += [_cut(text, at, match.start()), syntax.Name(text.span, match.group(1))]
            at = match.end()
    return syntax.Join(text.span, (*parts, _cut(text, at, len(text.text))), filled=True) if parts else text


def _cut(text: syntax.Str, start: int, stop: int) -> syntax.Str:
    content = text.content
    if text.verbatim:
        content = type(content)(content.start + start, content.start + stop)
    return syntax.Str(text.span, text.text[start:stop], content, verbatim=text.verbatim)


def _giving(body: tuple[syntax.Statement, ...]) -> tuple[syntax.Statement, ...]:
    """Let a function give what its last statement is."""
    match body:
        case (*before, syntax.Evaluate(span=span, value=value)):
            return (*before, syntax.Return(span, value))
        case (*before, syntax.If(span=span, test=test, body=then, otherwise=otherwise)):
            return (*before, syntax.If(span, test, _giving(then), _giving(otherwise)))
    return body


def _called_at_once(span: Span, body: tuple[syntax.Statement, ...]) -> syntax.Expression:
    return syntax.Call(span, syntax.Lambda(span, (), _giving(body)), ())
