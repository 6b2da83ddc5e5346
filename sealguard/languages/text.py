"""The plain-text reader: what can be said of code in a language that has no front end, without guessing.

It knows comments, strings and brackets, and reads what stands around a string: the name it is given to, the header it is the
value of, the call that holds both a URL and headers. What it cannot see, it leaves unknown.
"""

from __future__ import annotations

import importlib
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Hole, Kind, Output, String, Text, Use, Value, Zone
from sealguard.forms import find_credentials
from sealguard.languages import emit, keys, nginx, text_requests
from sealguard.languages.json_tree import unescape
from sealguard.languages.syntaxes import Syntax, syntax_of
from sealguard.languages.templates import MOUSTACHE, TEMPLATE, placeholders
from sealguard.languages.templates import defaults as template_defaults
from sealguard.languages.text_steps import DECLARED, OUTPUT, SHELLS, STEP, SWITCHES
from sealguard.languages.tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts, Part
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

_WHOLE: Final = 400_000
"""How long a text is read as a whole, in code points."""
_AROUND: Final = 2_000
"""How much is read before and after what matters in a longer one."""
_LONGEST: Final = 20_000
"""How long one string literal is at most."""
_IDENTIFIER: Final = r"[A-Za-z_$@][\w$]*"
_NAME: Final = rf"(?P<name>\$env:\w+|{_IDENTIFIER}(?:(?:\.|->|::|\?\.|-)[A-Za-z_$][\w$]*)*)"
_START: Final = r"(?:^|[\s,;({\[<|&!?@#])(?:--)?"
_SIGN: Final = r"(?P<sign>=>|:=|\?\?=|\|\||=(?!=)|:|<-)"
_VALUE_START: Final = r"\s*(?:new\s+[\w.]+\(|[A-Za-z&]{0,2})?$"
_NAMES_BEFORE: Final = (
    # `token: string = `, `const token string = `, and every name right before its sign.
    re.compile(rf"{_START}(?!\$env:){_NAME}\s*:\s*[A-Za-z_&?][\w<>?\[\]., |*&']{{0,60}}?\s*(?P<sign>=(?!=)){_VALUE_START}"),
    re.compile(
        rf"\b(?:var|const)\s+(?!(?:val|var|string|String|char|auto|static|let)\b){_NAME}\s+[\w.\[\]*]{{1,40}}\s*(?P<sign>=(?!=)){_VALUE_START}"
    ),
    re.compile(rf"{_START}{_NAME}\]?\s*{_SIGN}{_VALUE_START}"),
)
_DEFINE_BEFORE: Final = re.compile(r"#\s*define\s+(?P<name>[A-Za-z_]\w*)\s+[L@]?$")
_DEFAULT_BEFORE: Final = re.compile(r"\b(?:default|value)\s*[=:]\s*$")
_COMMAND: Final = re.compile(r"(?:^|[\s;|&(])(?:curl|wget)\s+\S")
_COMMAND_LINE: Final = re.compile(
    r"(?m)^(?P<lead>[ \t]*(?:[\w-]{1,40}:[ \t]+|-[ \t]+|[|>][-+]?[ \t]+)*)"
    r"(?P<command>(?:sudo[ \t]+)?(?:curl|wget)[ \t][^\n]{0,2000}(?:(?<=\\)\n(?:[ \t]*\n)?[^\n]{0,2000}|\n[ \t]*\\(?=\n)){0,30})"
)
# How a line is continued where the text is itself written in another: escaped, or folded.
_CONTINUED: Final = re.compile(r"\\(?=\\\n)|(?P<folded>\n[ \t]*)(?=\\\n)|(?<=\\\n)[ \t]*\n")
_FALLBACK_BEFORE: Final = re.compile(r"(?:process\.env\.|import\.meta\.env\.|ENV\.|\$_ENV\.)(?P<name>[A-Za-z_]\w*)\s*(?:\|\||\?\?|\?:)\s*$")
_KEY_BETWEEN: Final = re.compile(r"^\s*\]?\s*\]?\s*(?::|=>|=|:=)\s*[A-Za-z$@&]{0,2}$")
_PAIR_BETWEEN: Final = re.compile(r"^\s*,\s*(?:_[ \t]*\r?\n\s*)?[A-Za-z$@&]{0,2}$")
_DEFAULT_BETWEEN: Final = re.compile(r"^\s*\)\s*(?:\?:|\?\?|\|\|)\s*$")
"""Between a name that is looked up and what stands for it: `findProperty("token") ?: "..."`."""
_JOINED: Final = re.compile(r"\s*(?:\+|\.\.?|&|<>|~|\|\|)\s*(?=[\"'`A-Za-z_$@(])")
_OPERAND: Final = re.compile(r"(?:this\.|self\.|\$this->|@)?\$?[A-Za-z_][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*)*")
_ENVIRONMENT: Final = re.compile(
    r"(?:process\.env\.|import\.meta\.env\.)(?P<dot>[A-Za-z_]\w*)"
    r"|(?:os\.Getenv|os\.LookupEnv|getenv|System\.getenv|ENV\.fetch|Deno\.env\.get|env|Environment\.GetEnvironmentVariable|std::env::var|env!|config|option_env!)"
    r"\(\s*[\"'](?P<call>[A-Za-z_][\w.]*)[\"']\s*\)"
    r"|(?:process\.env|ENV|\$_ENV|\$_SERVER|%ENV|\$ENV)[\[{]\s*[\"']?(?P<index>[A-Za-z_]\w*)[\"']?\s*[\]}]",
)
_TESTED: Final = re.compile(
    r"(?:[=!]==?|\b(?:startsWith|startswith|HasPrefix|StartsWith|start_with\?|includes|contains|Contains|indexOf|match|replace|test|assert\w*|expect|toBe|toEqual|toContain|equal|equals)\s*\()\s*$"
)
URL: Final = re.compile(
    r"(?:\b(?:https?|wss?)://|(?<![\w:/*.-])//(?=[A-Za-z0-9-]+\.[A-Za-z0-9.-]+/))[^\s\"'`<>\\^|)\]]{1,2000}", re.IGNORECASE
)
_NAMED_HEADER: Final = re.compile(
    r"""(["']?)(\b(?:[Aa]uthorization|[Xx]-[Aa][Pp][Ii]-[Kk][Ee][Yy])\b)\1\s{0,9}\]?\s{0,9}(?::(?!:)|=>|,|=(?!=))\s{0,9}"""
    r"(?=[A-Za-z_$@])(?!_[ \t]*\r?\n)",
)
_EXPRESSION_END: Final = re.compile(r"[ \t]*(?:[,;)}\]]|\r?\n|$)")
_SWITCH: Final = re.compile(r"(?m)^[ \t]*[\"']?([A-Za-z][\w.-]{2,60})[\"']?[ \t]*[ \t=:][ \t]*[\"']?(\w{1,20})[\"']?[ \t]*[;,]?[ \t]*\r?$")
_CONTENTS: Final = frozenset({"value", "default", "plaintext_value", "string_value", "secret_string", "secret_data", "content"})
_LINE_ENTRY: Final = re.compile(
    r"(?m)^[ \t]*(?:export[ \t]+|set[ \t]+|-[ \t]+)?([A-Za-z_][\w.-]{1,80})[ \t]*[=:][ \t]*([^\s\"'`#;,{}\[\]()]{8,4096})[ \t]*;?[ \t]*\r?$"
)
_DIRECTIVE: Final = re.compile(
    r"(?m)\b(?:proxy_set_header|fastcgi_param|add_header|header_up|http-request[ \t]+(?:set|add)-header|RequestHeader[ \t]+(?:set|add))"
    r"[ \t]+([A-Za-z][\w-]{1,60})[ \t]+([^\s\"';{}]{1,2000})"
)
_DIRECTIVE_BEFORE: Final = re.compile(
    r"\b(?:proxy_set_header|add_header|header_up|http-request\s+(?:set|add)-header|RequestHeader\s+(?:set|add)|bereq\.http\.|req\.http\.|--header|-H)\s*(?P<name>[A-Za-z][\w-]{1,60})\s*=?\s*$"
)


@dataclass(slots=True)
class Literal:
    """A string literal, and what stands around it."""

    start: int
    end: int
    """The whole literal, quotes included."""
    value: Value
    scalar: Scalar
    depth: int
    names: tuple[str, ...] = ()


def read(fragment: Fragment, facts: Facts, profile: Profile, name: str = "", language: str = "") -> None:
    """Add what a text says, by the rules of the language that its name or `language` tells."""
    syntax = syntax_of(name or fragment.document.path, language)
    if syntax.name == "prose":
        facts.zones.append((fragment.outer(0, len(fragment.text)), Zone.PROSE))
        return
    for piece in _windows(fragment, profile):
        _Reader(piece, facts, profile, syntax).read()


def _windows(fragment: Fragment, profile: Profile) -> Iterator[Fragment]:
    """Give the whole text, or of a very long one what stands around each mention of what matters."""
    content = fragment.text
    if len(content) <= _WHOLE:
        yield fragment
        return
    names = "|".join("[-_. ]?".join(map(re.escape, name)) for name in profile.names)
    places = sorted(
        {*(match.start() for match in re.finditer(names, content, re.IGNORECASE)), *(start for _, start, _ in find_credentials(content))}
    )
    last = 0
    index = 0
    while index < len(places):
        start = max(last, places[index] - _AROUND)
        line = content.find("\n", start, places[index])
        start = line + 1 if line >= 0 else start
        last = places[index] + _AROUND
        while index < len(places) and places[index] <= last:
            last = places[index] + _AROUND
            index += 1
        last = min(last, len(content))
        yield fragment.nest(fragment.language, [(content[start:last], start, last)])


def _name_before(before: str) -> re.Match[str] | None:
    """Find the name that a value is given to, in the code right before the value."""
    return next(filter(None, (pattern.search(before) for pattern in (DECLARED, *_NAMES_BEFORE))), None)


@cache
def _tokens(syntax: Syntax) -> re.Pattern[str]:
    """Build the pattern that finds comments, strings and brackets. Every branch is linear: an escape is one token."""
    branches: list[str] = []
    for opening, closing in syntax.block:
        branches.append(f"(?:{re.escape(opening)}(?s:.*?)(?:{re.escape(closing)}|\\Z))")
    for mark in syntax.line:
        alone = re.escape(mark.strip())
        before = {
            "//": r"(?<![:\w])",
            "#": r"(?<![\w$&{\[(\"'])(?!\{|define|include)",
            "%": "",
            "'": "",
            ";": r"(?<!\w)",
            "--": r"(?<![\w-])",
        }.get(mark, r"(?m:^[ \t]*)")
        branches.append(f"(?:{before}{alone}[^\\n]*)")
    comment = f"(?P<comment>{'|'.join(branches)})|" if branches else ""
    strings = [r"(?P<triple>\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)''')"]
    for quote in syntax.quotes:
        body = rf"(?:[^{quote}\\]|\\(?s:.))" if quote in syntax.multiline else rf"(?:[^{quote}\\\n]|\\(?s:.))"
        before = r"(?<![A-Za-z0-9])" if quote == "'" else ""
        strings.append(f"{before}{quote}{body}{{0,{_LONGEST}}}{quote}")
    return re.compile(rf"{comment}(?P<string>{'|'.join(strings)})|(?P<escape>\\(?s:.))|(?P<bracket>[()\[\]{{}}])")


class _Reader:
    def __init__(self, fragment: Fragment, facts: Facts, profile: Profile, syntax: Syntax) -> None:
        self._fragment = fragment
        self._text = fragment.text
        self._facts = facts
        self._profile = profile
        self._syntax = syntax
        self._groups = text_requests.Groups(fragment, facts)
        self._last: Literal | None = None
        self._token_end = 0
        self._joined_to = -1
        self._servers = nginx.redirecting(self._text) if syntax.name == "nginx" else []
        self._commands = [] if syntax.program else [match.span("command") for match in _COMMAND_LINE.finditer(self._text)]
        self._strings: list[tuple[int, int]] = []
        self._comments: list[tuple[int, int]] = []

    def read(self) -> None:
        if self._syntax.name == "nginx":
            self._variables()
        named = _NAMED_HEADER.finditer(self._text)
        pending = next(named, None)
        for token in _tokens(self._syntax).finditer(self._text):
            kind = token.lastgroup
            while pending and pending.start() < (token.end() if kind == "comment" else token.start() + 1):
                if kind != "comment" or pending.start() < token.start():
                    self._named_header(pending)
                pending = next(named, None)
            if kind == "comment":
                self._comments.append(token.span())
                self._facts.zones.append((self._fragment.outer(*token.span()), Zone.COMMENT))
            elif kind == "bracket":
                self._groups.bracket(token.start(), token.group(), self._line_before(token.start()))
                self._last = self._last if token.group() in "])" else None
            elif kind in {"string", "triple"}:
                self._literal(token.start(), token.end())
            self._token_end = token.end()
        if pending and not self._in_comment(pending.start()):
            self._named_header(pending)
        switch = SWITCHES.get(self._syntax.name)
        for match in switch.finditer(self._text) if switch is not None else ():
            if not self._in_comment(match.start()) and not text_requests.inside(self._strings, match.start()):
                self._groups.switch(match.start(), match.group("name"), self._fragment.outer(*match.span()))
        self._unquoted()
        self._groups.finish()

    def _variables(self) -> None:
        """Take what nginx sets, so that what is sent later is known."""
        for name, start, end in nginx.assignments(self._text):
            value = self._plain(start, end)
            self._groups.constants[name] = value
            self._facts.bindings.append(Binding((name,), value, value.span))

    def _before(self, at: int) -> str:
        """Give the code before an offset: since the last token, on the same line, at most 200 characters of it."""
        low = max(self._token_end, at - 200)
        text = self._text[low:at]
        return text[text.rfind("\n") + 1 :]

    def _line_before(self, at: int) -> str:
        """Give the line before an offset, strings included, at most 200 characters of it."""
        text = self._text[max(0, at - 200) : at]
        return text[text.rfind("\n") + 1 :]

    # Literals ---------------------------------------------------------------------------------------------------------

    def _literal(self, start: int, end: int) -> None:
        self._strings.append((start, end))
        before = self._before(start)
        literal = self._make(start, end, before)
        if start < self._joined_to:
            self._last = literal
            return
        value = self._joined(literal)
        names = self._names(literal, before)
        literal.names = names
        context = (*self._groups.names, *names)
        use = Use.TEST if _TESTED.search(self._line_before(start)) or text_requests.inside(self._servers, start) else Use.VALUE
        self._facts.strings.append(String(value, use, context))
        if emit.is_url(value):
            self._groups.url(start, value, names[-1] if names and self._is_constant(before) else "")
        self._header(literal, value, before)
        if self._syntax.name == "hcl":
            context = self._labelled(literal, names, context)
        if context and (names or _DEFAULT_BEFORE.search(before)) and literal.value.parts:
            span = self._fragment.outer(start, max(end, self._joined_to))
            self._facts.bindings.append(Binding(context, self._bare(value), span))
        for name, default in template_defaults(self._fragment, literal.scalar) if self._syntax.name in {"java", "kotlin", "groovy"} else ():
            self._facts.bindings.append(Binding((*self._groups.names, name), default, default.span))
        step = self._syntax.name == "groovy" and STEP.search(before)
        if (step or _COMMAND.search(literal.scalar.text[:_LONGEST])) and use is Use.VALUE:
            kind = SHELLS.get(step["shell"], "shell") if step else "shell"
            self._nest(literal.scalar.pieces, kind, filled=self._syntax.name == "groovy" and literal.scalar.quote == '"')
        if self._syntax.program and not step and (written := OUTPUT.search(before)):
            self._facts.outputs.append(Output(value.span, written.group("sink"), (value,), (), self._groups.names))
        self._last = literal

    def _labelled(self, literal: Literal, names: tuple[str, ...], context: tuple[str, ...]) -> tuple[str, ...]:
        """Put what a block calls itself before its value: `name = "TOKEN"`, `value = "..."`."""
        if names and names[-1] in {"name", "key"}:
            self._groups.label = literal.scalar.text[:100]
        elif (not names or names[-1] in _CONTENTS) and self._groups.label:
            return (*self._groups.names, self._groups.label)
        return context

    def _nest(self, pieces: tuple[Piece, ...], kind: str = "shell", *, filled: bool = False) -> None:
        """Read a command line that a program or a configuration holds; `filled`: its names are filled before it is run."""
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        nested = self._fragment.nest(kind, pieces)
        if filled and kind == "shell":
            importlib.import_module("sealguard.languages.shell").read(nested, self._facts, self._profile, "groovy")
        else:
            read_fragment(nested, self._facts, self._profile, "", kind)

    @staticmethod
    def _is_constant(before: str) -> bool:
        match = _name_before(before) or _DEFINE_BEFORE.search(before)
        return match is not None and match.groupdict().get("sign") != ":"

    @staticmethod
    def _bare(value: Value) -> Value:
        """Take quotes off that are part of the text, as in Gradle."""
        shape = value.shape
        return value.cut(1, len(shape) - 1) if len(shape) > 2 and shape[0] == shape[-1] == '"' else value  # noqa: PLR2004 - two quotes and something

    def _make(self, start: int, end: int, before: str) -> Literal:
        size = 3 if self._text[start : start + 3] in {'"""', "'''"} and end - start >= 6 else 1  # noqa: PLR2004 - two triple quotes
        quote = self._text[start]
        raw = self._text[start + size : end - size]
        plain = quote == "`" and self._syntax.name == "go"
        pieces = ((raw, start + size, end - size),) if plain or "\\" not in raw else unescape(raw, start + size)
        scalar = Scalar("".join(piece[0] for piece in pieces), tuple(pieces), start, end, quote)
        value = self._filled(scalar, quote, before)
        return Literal(start, end, value, scalar, self._groups.depth)

    def _filled(self, scalar: Scalar, quote: str, before: str) -> Value:
        """Make holes of what the language interpolates in this kind of quotes."""
        pattern = self._pattern(quote, before)
        span = self._fragment.outer(scalar.start, scalar.end)
        whole = scalar.cut(0, len(scalar.text))
        parts: list[Part] = []
        at = 0
        for match in pattern.finditer(scalar.text) if pattern else ():
            parts += self._texts(whole, at, match.start())
            where = self._texts(whole, match.start(), match.end())
            parts += self._hole(match, where[0] if where else None)
            at = match.end()
        parts += self._texts(whole, at, len(scalar.text))
        return Value(tuple(parts), span)

    def _texts(self, scalar: Scalar, start: int, end: int) -> list[Text]:
        if start >= end:
            return []
        pieces = scalar.cut(start, end).pieces
        return [self._fragment.part(pieces[0][1], pieces[-1][2], scalar.text[start:end])] if pieces else []

    def _pattern(self, quote: str, before: str) -> re.Pattern[str] | None:
        syntax = self._syntax
        if quote == "`":
            return _HOLES["dollar-brace"] if syntax.name in {"javascript", "html"} else _HOLES["marks"]
        if quote == "'" and not syntax.single_fills:
            return _HOLES["marks"]
        if syntax.fills == "brace":
            return _HOLES["brace"] if before.endswith(("$", "$@", "@$")) else _HOLES["marks"]
        if syntax.fills in {"any", "nginx"}:
            return _HOLES["nginx"] if syntax.fills == "nginx" else TEMPLATE
        return _HOLES[syntax.fills or "marks"]

    def _hole(self, match: re.Match[str], where: Text | None) -> tuple[Part, ...]:
        if where is None:
            return ()
        inner = match.group().strip("${}#\\()<%= ")
        known = self._groups.constants.get(inner)
        if known is not None:
            return known.parts
        found = _ENVIRONMENT.search(inner)
        if found:
            return (Hole(Kind.ENVIRONMENT, (next(filter(None, found.groups())),), where.span),)
        first = next(placeholders(match.group()), None) if match.group().startswith(("{{", "<%", "${")) else None
        name = re.split(r"[^\w$.>:-]", inner, maxsplit=1)[0]
        names = first.names if first and self._syntax.fills == "any" else tuple(filter(None, (re.split(r"\.|->|::", name)[-1].strip("$"),)))
        return (Hole(Kind.TEMPLATE if match.group().startswith(("{{", "<%")) else Kind.UNKNOWN, names, where.span),)

    def _joined(self, literal: Literal) -> Value:
        """Follow concatenation to the right of a literal."""
        parts: list[Part] = list(literal.value.parts)
        at = literal.end
        for _ in range(12):
            operator = _JOINED.match(self._text, at, at + 200)
            if operator is None:
                break
            if operator.group().strip() == "||" and self._syntax.name != "sql":
                break
            at = operator.end()
            token = _tokens(self._syntax).match(self._text, at)
            if token and token.lastgroup == "string":
                parts += self._make(token.start(), token.end(), "").value.parts
                at = token.end()
                continue
            hole, at = self._operand(at)
            parts += hole
        self._joined_to = at
        span = self._fragment.outer(literal.start, at)
        return Value(tuple(parts), span)

    def _operand(self, at: int) -> tuple[tuple[Part, ...], int]:
        """Read an expression that is no literal, as far as it has a name."""
        environment = _ENVIRONMENT.match(self._text, at, at + 300)
        if environment:
            name = next(filter(None, environment.groups()))
            return (Hole(Kind.ENVIRONMENT, (name,), self._fragment.outer(*environment.span())),), environment.end()
        operand = _OPERAND.match(self._text, at, at + 200)
        if operand is None:
            return (Hole(Kind.UNKNOWN, (), self._fragment.outer(at, at + 1)),), at
        known = self._groups.constants.get(operand.group())
        end = operand.end()
        if known is not None:
            return known.parts, end
        marks = frozenset({"trimmed"}) if re.match(r"(?:\.|->)(?:trim|strip|Trim)\w*\(", self._text[end : end + 20]) else frozenset[str]()
        names = (re.split(r"\.|->|::", operand.group())[-1].strip("$@"),)
        called = self._text[end : end + 1] == "("
        return (Hole(Kind.CALL if called else Kind.UNKNOWN, names, self._fragment.outer(operand.start(), end), marks),), end

    # Names and headers ------------------------------------------------------------------------------------------------

    def _names(self, literal: Literal, before: str) -> tuple[str, ...]:
        last = self._last
        if last is not None and literal.start - last.end < 200:  # noqa: PLR2004 - a name stands near its value
            between = self._text[last.end : literal.start]
            named = re.fullmatch(r"[\w.$/ -]{1,100}", last.scalar.text)
            if named and (
                _KEY_BETWEEN.match(between)
                or _DEFAULT_BETWEEN.match(between)
                or (_PAIR_BETWEEN.match(between) and re.fullmatch(r"[A-Za-z_][\w.-]*", last.scalar.text))
            ):
                return (last.scalar.text,)
        match = _FALLBACK_BEFORE.search(before) or _DEFINE_BEFORE.search(before) or _name_before(before)
        if match is None:
            return ()
        name = re.split(r"\.|->|::|\?\.", match.group("name").removeprefix("$env:"))[-1].lstrip("$@")
        # The value of a block that has a name is that name's: `variable "token" { default = "x" }`.
        return () if name.lower() in {"default", "value"} and self._groups.names else (name,)

    def _header(self, literal: Literal, value: Value, before: str) -> None:
        if text_requests.inside(self._commands, literal.start):
            return  # the command's reader takes it
        name: Value | None = None
        last = self._last
        directive = _DIRECTIVE_BEFORE.search(before)
        bare = _name_before(before)
        if last is not None and literal.start - last.end < 200 and self._is_header(last.scalar.text):  # noqa: PLR2004
            between = self._text[last.end : literal.start]
            paired = bare is not None and bare.group("name") == "value" and last.names[-1:] == ("name",)
            if _KEY_BETWEEN.match(between) or _PAIR_BETWEEN.match(between) or paired:
                name = last.value
        elif directive and self._is_header(directive.group("name")):
            name = self._written(literal.start - len(before) + directive.start("name"), directive.group("name"))
        elif bare and bare.group("name") in {"Authorization", "authorization"} and bare.group("sign") in {":", "=", "=>"}:
            name = self._written(literal.start - len(before) + bare.start("name"), bare.group("name"))
        if name is not None:
            self._groups.header(literal.start, emit.header(self._facts, name, (value,), self._groups.names))
            return
        line = emit.HEADER_LINE.match(value.shape)
        if line and self._is_header(line.group(1)) and "\n" not in value.shape.strip():
            made = emit.header_line(self._facts, value, self._groups.names)
            if made:
                self._groups.header(literal.start, made)

    def _is_header(self, name: str) -> bool:
        """Tell whether a name is a header's; what may be a misspelled one has to stand where headers do."""
        kind = self._profile.header(name) if len(name) < 60 and "_" not in name else None  # noqa: PLR2004 - no header's name is longer
        return kind in {"authorization", "api-key"} or (kind is not None and self._groups.in_headers)

    def _written(self, at: int, name: str) -> Value:
        text = self._fragment.part(at, at + len(name))
        return Value((text,), text.span)

    def _named_header(self, match: re.Match[str]) -> None:
        """Take a header whose value is no literal: `'Authorization': token`, `Authorization: config.token,`."""
        if not match.group(1) and match.group(2)[0] != "A":
            return
        parts, end = self._operand(match.end())
        if not _EXPRESSION_END.match(self._text, end, end + 40):
            return
        name = self._written(match.start(2), match.group(2))
        value = Value(parts, self._fragment.outer(match.end(), end))
        self._groups.header(match.start(), emit.header(self._facts, name, (value,), self._groups.names))

    def _in_comment(self, at: int) -> bool:
        return text_requests.inside(self._comments, at)

    # Outside quotes ---------------------------------------------------------------------------------------------------

    def _unquoted(self) -> None:
        """Take entries and URLs that stand in no quotes: configuration of whatever kind."""
        if self._syntax.program:
            return
        for match in _LINE_ENTRY.finditer(self._text):
            if not self._in_comment(match.start(1)) and not text_requests.inside(self._strings, match.start(2)):
                value = self._plain(*match.span(2))
                self._facts.bindings.append(Binding((match.group(1),), value, self._fragment.outer(*match.span())))
        for start, end in self._commands:
            if not self._in_comment(start):
                self._nest(self._continued(start, end))
        for match in _SWITCH.finditer(self._text):
            if keys.turns_checks_off(match.group(1), match.group(2)) and not self._in_comment(match.start(1)):
                self._groups.switch(match.start(1), match.group(1), self._fragment.outer(match.start(1), match.end(2)))
        for match in _DIRECTIVE.finditer(self._text):
            if self._is_header(match.group(1)) and not self._in_comment(match.start()):
                made = emit.header(self._facts, self._written(match.start(1), match.group(1)), (self._plain(*match.span(2)),))
                self._groups.header(match.start(), made)
        for match in URL.finditer(self._text):
            if not self._in_comment(match.start()) and not text_requests.inside(self._strings, match.start()):
                value = self._plain(match.start(), match.start() + len(match.group().rstrip(".,;:!?}")))
                redirected = text_requests.inside(self._servers, match.start())
                self._facts.strings.append(String(value, Use.TEST if redirected else Use.VALUE))
                if not redirected:
                    self._groups.url(match.start(), value, "")

    def _continued(self, start: int, end: int) -> tuple[Piece, ...]:
        r"""Give a command with its lines continued as a shell does it: `\\` at an end is an escaped `\`, a `\` alone was folded."""
        pieces: list[Piece] = []
        at = start
        for match in _CONTINUED.finditer(self._text, start, end):
            pieces += [(self._text[at : match.start()], at, match.start()), (" " if match["folded"] else "", *match.span())]
            at = match.end()
        return (*pieces, (self._text[at:end], at, end))

    def _plain(self, start: int, end: int) -> Value:
        raw = self._text[start:end]
        return self._filled(Scalar(raw, ((raw, start, end),), start, end), '"', "")


_MARKS: Final = rf"{MOUSTACHE}|<%=?[^%\n]{{0,300}}%>"
_HOLES: Final = {
    "marks": re.compile(_MARKS),
    "nginx": re.compile(rf"\$\{{\w{{1,80}}\}}|\$[A-Za-z_]\w{{0,80}}|{_MARKS}"),
    "dollar-brace": re.compile(rf"\$\{{(?:[^{{}}\n]|\{{[^{{}}\n]{{0,100}}\}}){{0,300}}\}}|{_MARKS}"),
    "dollar": re.compile(
        rf"\$\{{[^{{}}\n]{{0,300}}\}}|\{{\$[^{{}}\n]{{0,300}}\}}|\$\([^()\n]{{0,300}}\)|\$(?:env:)?[A-Za-z_]\w*(?:(?:->|\.)[A-Za-z_]\w*)?|{_MARKS}"
    ),
    "hash": re.compile(rf"#\{{[^{{}}\n]{{0,300}}\}}|{_MARKS}"),
    "backslash": re.compile(rf"\\?\([A-Za-z_][\w.]{{0,100}}\)|{_MARKS}"),
    "brace": re.compile(r"\{[^{}\n]{0,300}\}"),
}
