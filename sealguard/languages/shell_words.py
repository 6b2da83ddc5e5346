"""Splits shell text into commands and words: quotes, expansions, substitutions, redirections, here-documents.

Each word is a value: what single quotes hold is text, what the shell expands is a hole, or what was assigned before. The
reader of commands (`shell`) is told of one command after the other, so that an assignment counts for what follows it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Hole, Kind, Text, Value
from sealguard.languages import templates
from sealguard.languages.shell_around import function_at
from sealguard.languages.shell_values import Command, Variables, Word, cut_marks, here_text, output_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.facts import Part
    from sealguard.languages.fragment import Fragment

DEEPEST: Final = 8
"""How deep substitutions are followed into each other."""
_SPACE: Final = re.compile(r"(?:[ \t\f\v]|\\\r?\n|\r(?!\n))+")
_CARET_SPACE: Final = re.compile(r"(?:[ \t\f\v]|\^\r?\n|`\r?\n|\\\r?\n)+")
_OPERATOR: Final = re.compile(r"\r?\n|;;&?|;|&&|\|\||\|&|\||\(|\)|&(?![>])")
_REDIRECT: Final = re.compile(r"(?:\d*|&)(?:<<<|<<-?|<>|<&|>&|>>|>\||>|<(?!\())")
_PLAIN: Final = re.compile(r"(?:[^\s'\"\\$`|&;<>()%{!^]|%(?![A-Za-z_])|[{](?!\{)|!|\^(?!\r?\n))+")
_IN_QUOTES: Final = re.compile(r"(?:[^\"\\$`{%]|[{](?!\{)|%(?![A-Za-z_]))+")
_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SPECIAL: Final = re.compile(r"[0-9@*#?!-]")
_FILLED: Final = {
    "make": re.compile(r"\$\$|\$[({]([A-Za-z_]\w*)[)}]"),
    "groovy": re.compile(r"\$\{(?:\w+\??\.){0,9}([A-Za-z_]\w*)[^{}]{0,200}\}|\$([A-Za-z_]\w*)"),
}
"""What is filled, in single quotes too, in scripts that another language writes: in recipes, in Groovy's double quotes."""
_BATCH: Final = re.compile(r"%([A-Za-z_][A-Za-z0-9_]*)(?::[^%\n]*)?%")
_DELIMITER: Final = re.compile(r"[ \t]*(['\"]?)\\?([A-Za-z_][\w.-]*)\1")
_PARAMETER: Final = re.compile(r"!?([A-Za-z_][A-Za-z0-9_]*|[0-9@*#?])(\[[^\]\n]*\])?(.*)", re.DOTALL)
_TEMPLATED: Final = re.compile(rf"\$?{templates.MOUSTACHE}|<%=?[^%\n]{{0,200}}%>")
_MACRO: Final = re.compile(r"[A-Z][A-Z0-9_]{3,60}(?:\.[A-Za-z0-9_]{1,60})*")
"""What Azure Pipelines fills in: `$(TOKEN)`; commands are not called so."""
_ANSI: Final = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"'}


class Lexer:
    """Reads one script, or one substitution of it."""

    def __init__(
        self, fragment: Fragment, variables: Variables, run: Callable[[Command], None], dialect: str = "shell", depth: int = 0
    ) -> None:
        """Call `run` for each command."""
        self._fragment = fragment
        self._text = fragment.text
        self._variables = variables
        self._run = run
        self._dialect = dialect
        self._depth = depth
        self._at = 0
        self._end = len(self._text)
        self._heres: list[tuple[Command, str, bool, bool]] = []
        self._waiting: list[Command] = []
        """Commands of a line whose here-documents are still to come."""
        self.comments: list[tuple[int, int]] = []
        self.define: Callable[[str, int, int], None] | None = None
        """Takes a function's name and its body, which is not read where it stands."""
        self._space = _CARET_SPACE if dialect in {"batch", "powershell"} else _SPACE

    def read(self, start: int = 0, end: int | None = None, *, captured: bool = False) -> list[Command]:
        """Read everything between two offsets and give the commands, too."""
        self._at, self._end = start, len(self._text) if end is None else end
        commands: list[Command] = []
        command = Command(start=start, captured=captured)
        while self._at < self._end:
            before = self._at
            self._skip_space()
            if self._at >= self._end:
                break
            if not command.words and self.define and self._definition():
                continue
            operator = _OPERATOR.match(self._text, self._at, self._end)
            redirect = None if operator else _REDIRECT.match(self._text, self._at, self._end)
            if operator:
                self._at = operator.end()
                command = self._finish(command, operator.group(), commands, captured=captured)
            elif redirect:
                self._at = redirect.end()
                self._redirection(command, redirect.group())
            elif self._text[self._at] == "#":
                self._comment()
            else:
                self._add_word(command)
            if self._at == before:
                self._at += 1
        self._finish(command, "", commands, captured=captured)
        return commands

    def _definition(self) -> bool:
        found = function_at(self._text, self._at, self._end) if self._text[self._at].isalpha() or self._text[self._at] == "_" else None
        if found is None or self.define is None:
            return False
        name, start, end = found
        self.define(name, start, end)
        self._at = end + 1
        return True

    def _finish(self, command: Command, operator: str, commands: list[Command], *, captured: bool) -> Command:
        command.piped = operator in {"|", "|&"}
        command.end = self._at - len(operator)
        if operator.endswith("\n") and self._heres:
            self._here_documents()
        if command.words or command.arrays:
            commands.append(command)
            self._waiting.append(command)
        if not self._heres or not operator:
            for one in self._waiting:
                self._run(one)
            self._waiting = []
        goes_on = command.fed and not command.words and not command.arrays  # a line may end behind a pipe
        return Command(start=self._at, captured=captured, fed=command.piped or goes_on, conditional=operator in {"&&", "||"})

    def _skip_space(self) -> None:
        space = self._space.match(self._text, self._at, self._end)
        if space:
            self._at = space.end()

    def _comment(self) -> None:
        end = self._text.find("\n", self._at, self._end)
        end = self._end if end < 0 else end
        self.comments.append((self._at, end))
        self._at = end

    # Words ------------------------------------------------------------------------------------------------------------

    def _add_word(self, command: Command) -> None:
        if not command.words:
            command.start = self._at
        word = self.word()
        name = word.text[:-1]
        if word.text.endswith("=") and self._text[self._at : self._at + 1] == "(" and _NAME.fullmatch(name.rstrip("+")):
            command.arrays[name.rstrip("+")] = self._array()
            return
        command.words.append(word)

    def _array(self) -> list[Word]:
        self._at += 1
        words: list[Word] = []
        while self._at < self._end and self._text[self._at] != ")":
            before = self._at
            self._skip_space()
            char = self._text[self._at : self._at + 1]
            if char in {"\n", "\r"}:
                self._at += 1
            elif char == "#":
                self._comment()
            elif char != ")" and self._at < self._end:
                words.append(self.word())
            if self._at == before:
                self._at += 1
        self._at += 1
        return words

    def word(self) -> Word:
        """Read one word at the current place."""
        start = self._at
        parts: list[Part] = []
        quoted = False
        while self._at < self._end:
            char = self._text[self._at]
            if char in {"'", '"'} or self._text.startswith("$'", self._at):
                quoted = True
            piece = self._piece(char)
            if piece is None:
                break
            parts += piece
        span = self._fragment.outer(start, max(start + 1, self._at))
        raw = self._text[start : self._at]
        splat = re.fullmatch(r'"?\$(?:\{([A-Za-z_]\w*)\[[@*]\]\}|\{?(@)\}?)"?', raw)
        return Word(Value(tuple(parts), span), start, self._at, quoted, next(filter(None, splat.groups())) if splat else "")

    def _piece(self, char: str) -> tuple[Part, ...] | None:
        """Read one piece of a word; `None` where the word ends."""
        if char == "'" and self._dialect != "batch":
            return self._single()
        if char == '"':
            return self._double()
        if char == "\\":
            return self._backslash()
        if char in {"$", "`", "{", "%"}:
            return self._expansion(char)
        plain = _PLAIN.match(self._text, self._at, self._end)
        if plain:
            self._at = plain.end()
            return (self._fragment.part(plain.start(), plain.end()),)
        if self._dialect == "batch" and char == "'":
            self._at += 1
            return (self._fragment.part(self._at - 1, self._at),)
        return None

    def _single(self) -> tuple[Part, ...]:
        start = self._at + 1
        end = self._text.find("'", start, self._end)
        if end < 0:
            self._at = start
            return (self._fragment.part(start - 1, start),)
        self._at = end + 1
        if (filled := _FILLED.get(self._dialect)) is not None and "$" in self._text[start:end]:
            return self._made(start, end, filled)
        return self._templated(start, end)

    def _made(self, start: int, end: int, filled: re.Pattern[str]) -> tuple[Part, ...]:
        """Read what stands in single quotes, and is filled before the shell sees the quotes: `$(X)` in a Makefile."""
        parts: list[Part] = []
        at = start
        for match in filled.finditer(self._text[start:end]):
            low, high = start + match.start(), start + match.end()
            parts += self._slice(at, low)
            if match.lastindex:
                parts += self._variables.expand(match[match.lastindex], self._fragment.outer(low, high))
            else:
                parts.append(self._fragment.part(low, high, "$"))
            at = high
        return (*parts, *self._slice(at, end))

    def _templated(self, start: int, end: int) -> tuple[Part, ...]:
        """Read what the shell takes as it is: only what was filled in before the shell ran is a hole."""
        parts: list[Part] = []
        at = start
        for match in _TEMPLATED.finditer(self._text[start:end]):
            low, high = start + match.start(), start + match.end()
            parts += self._slice(at, low)
            found = next(templates.placeholders(match.group()), None)
            names = found.names if found else ()
            parts.append(Hole(Kind.TEMPLATE, names, self._fragment.outer(low, high), found.marks if found else frozenset()))
            at = high
        return (*parts, *self._slice(at, end))

    def _slice(self, start: int, end: int) -> tuple[Part, ...]:
        return (self._fragment.part(start, end),) if start < end else ()

    def _double(self) -> tuple[Part, ...]:
        self._at += 1
        parts: list[Part] = []
        while self._at < self._end:
            char = self._text[self._at]
            if char == '"':
                self._at += 1
                break
            plain = _IN_QUOTES.match(self._text, self._at, self._end)
            if plain:
                self._at = plain.end()
                parts.append(self._fragment.part(plain.start(), plain.end()))
            elif char == "\\":
                parts += self._backslash(inside=True)
            else:
                parts += self._expansion(char, quoted=True)
        return tuple(parts)

    def _backslash(self, *, inside: bool = False) -> tuple[Part, ...]:
        start = self._at
        following = self._text[start + 1 : start + 2]
        if following in {"\n", "\r"}:
            self._at = start + (3 if self._text.startswith("\r\n", start + 1) else 2)
            return ()
        if inside and following not in {'"', "\\", "$", "`"}:
            self._at = start + 1
            return (self._fragment.part(start, start + 1),)
        self._at = min(start + 2, self._end)
        return (self._fragment.part(start, self._at, following),) if following else ()

    # Expansions -------------------------------------------------------------------------------------------------------

    def _expansion(self, char: str, *, quoted: bool = False) -> tuple[Part, ...]:
        start = self._at
        if char == "`" and self._dialect != "powershell":
            return self._backticks()
        if char == "%":
            return self._batch()
        if char == "{" or self._text.startswith("${{", start):
            return self._template()
        following = self._text[start + 1 : start + 2]
        if self._dialect in {"shell", "groovy"} and re.compile(r"\$\$[A-Za-z_{]").match(self._text, start, self._end):
            # Compose and Make write the shell's dollar so; nobody puts a process's number before a name.
            start = self._at = start + 1
            following = self._text[start + 1 : start + 2]
        if self._dialect == "make":
            made = self._make(following)
            if made is not None:
                return made
        if following == "(":
            return self._substitution(start)
        if following == "{":
            return self._braces(start)
        if following == "'" and not quoted:
            return self._ansi()
        name = _NAME.match(self._text, start + 1, self._end) or _SPECIAL.match(self._text, start + 1, self._end)
        if name:
            self._at = name.end()
            return self._variables.expand(name.group(), self._fragment.outer(start, self._at))
        self._at = start + 1
        return (self._fragment.part(start, start + 1),)

    def _batch(self) -> tuple[Part, ...]:
        start = self._at
        found = _BATCH.match(self._text, start, self._end) if self._dialect == "batch" else None
        self._at = found.end() if found else start + 1
        if found:
            return self._variables.expand(found.group(1), self._fragment.outer(start, self._at))
        return (self._fragment.part(start, self._at),)

    def _template(self) -> tuple[Part, ...]:
        start = self._at
        found = _TEMPLATED.match(self._text, start, self._end)
        if found is None:
            self._at = start + 1
            return (self._fragment.part(start, start + 1),)
        self._at = found.end()
        return self._templated(start, self._at)

    def _make(self, following: str) -> tuple[Part, ...] | None:
        """Read what make expands: `$(X)`, `${X}`, `$(shell x)`; `$$` is the shell's dollar."""
        start = self._at
        if following == "$":
            self._at = start + 1
            dialect, self._dialect = self._dialect, "shell"
            parts = self._expansion("$", quoted=True)
            self._dialect = dialect
            return parts
        found = re.compile(r"\$[({]\s*([A-Za-z_][\w.]*)\s*[)}]").match(self._text, start, self._end)
        if found:
            self._at = found.end()
            return self._variables.expand(found.group(1), self._fragment.outer(start, self._at))
        call = re.compile(r"\$\(shell\s").match(self._text, start, self._end)
        return self._substitution(start, call.end()) if call else None

    def _ansi(self) -> tuple[Part, ...]:
        start = self._at + 2
        found = re.compile(r"(?:[^'\\]|\\.)*", re.DOTALL).match(self._text, start, self._end)
        end = found.end() if found else start
        self._at = min(end + 1, self._end)
        raw = self._text[start:end]
        if "\\" not in raw:
            return self._slice(start, end)
        resolved = re.sub(r"\\x([0-9A-Fa-f]{2})|\\(.)", lambda m: chr(int(m[1], 16)) if m[1] else _ANSI.get(m[2], m[0]), raw)
        part = self._fragment.part(start, end, resolved)
        return (Text(part.text, part.span, verbatim=False, decoded="escape" if "\\x" in raw else ""),)

    def _braces(self, start: int) -> tuple[Part, ...]:
        """Read `${NAME...}`."""
        end = _closing(self._text, start + 1, self._end, "{", "}")
        self._at = end
        span = self._fragment.outer(start, end)
        match = _PARAMETER.match(self._text[start + 2 : end - 1])
        if match is None:
            return (Hole(Kind.UNKNOWN, (), span),)
        name, rest = match.group(1), match.group(3)
        length = _NAME.fullmatch(rest) if name == "#" else None
        if length:
            return self._variables.expand(length.group(), span, frozenset({"digest"}))
        instead = re.match(r":?\+([^$`\"']*)\Z", rest)
        if instead:
            low = end - 1 - len(instead.group(1))
            return self._slice(low, end - 1) or (Hole(Kind.UNKNOWN, (), span),)
        return self._variables.expand(name, span, cut_marks(rest))

    def default(self, word: Word) -> tuple[str, Value] | None:
        """Give the literal default of a word that is `${NAME:-literal}`, with the name."""
        match = re.fullmatch(r'"?\$\{([A-Za-z_]\w*):?[-=](["\']?)([^${}"\'`]+)\2\}"?', self._text[word.start : word.end])
        if match is None:
            return None
        start = word.start + match.start(3)
        text = self._fragment.part(start, start + len(match.group(3)))
        return match.group(1), Value((text,), text.span)

    def _backticks(self) -> tuple[Part, ...]:
        start = self._at
        end = self._text.find("`", start + 1, self._end)
        if end < 0:
            self._at = start + 1
            return (self._fragment.part(start, start + 1),)
        self._at = end + 1
        return self._captured(start, start + 1, end)

    def _substitution(self, start: int, inner: int = 0) -> tuple[Part, ...]:
        end = _closing(self._text, start + 1, self._end, "(", ")")
        self._at = end
        if self._text.startswith("$((", start):
            return (Hole(Kind.UNKNOWN, (), self._fragment.outer(start, end)),)
        return self._captured(start, inner or start + 2, max(inner or start + 2, end - 1))

    def _captured(self, start: int, inner: int, end: int) -> tuple[Part, ...]:
        """Read the commands of a substitution, and say what their output is."""
        span = self._fragment.outer(start, self._at)
        name = self._text[inner:end]
        if name in self._variables.known or _MACRO.fullmatch(name):
            return self._variables.expand(name, span)
        if self._depth >= DEEPEST:
            return (Hole(Kind.CALL, (), span, frozenset({"trimmed"})),)
        lexer = Lexer(self._fragment, self._variables, self._run, self._dialect, self._depth + 1)
        commands = lexer.read(inner, end, captured=True)
        self.comments += lexer.comments
        here = commands[0].here if len(commands) == 1 and [word.text for word in commands[0].words] == ["cat"] else []
        if here and self._text[here[0][0] : here[0][1]].lstrip()[:1] == "{":
            return here_text(self._fragment, self._variables, *here[0][:2]).parts
        return output_of(commands, self._text[inner:end], span)

    # Redirections -----------------------------------------------------------------------------------------------------

    def _redirection(self, command: Command, operator: str) -> None:
        bare = operator.lstrip("0123456789&")
        if bare in {"<<", "<<-"}:
            delimiter = _DELIMITER.match(self._text, self._at, self._end)
            if delimiter:
                self._at = delimiter.end()
                self._heres.append((command, delimiter.group(2), not delimiter.group(1), bare == "<<-"))
            return
        self._skip_space()
        if self._at >= self._end or _OPERATOR.match(self._text, self._at, self._end):
            return
        word = self.word()
        if bare == "<<<":
            command.fed_with.append(word)
        if (
            bare.startswith(">")
            and bare != ">&"
            and not operator.startswith("2")
            and word.text not in {"/dev/stderr", "/dev/stdout", "/dev/tty"}
        ):
            command.redirected = True
            command.target = word.text

    def _here_documents(self) -> None:
        """Take the bodies of the here-documents that begin on the line before."""
        for command, delimiter, expanded, tabs in self._heres:
            start = self._at
            while self._at < self._end:
                line_end = self._text.find("\n", self._at, self._end)
                line_end = self._end if line_end < 0 else line_end
                line = self._text[self._at : line_end].rstrip("\r")
                if (line.lstrip("\t") if tabs else line).strip(" ") == delimiter:
                    command.here.append((start, self._at, expanded))
                    self._at = min(line_end + 1, self._end)
                    break
                self._at = min(line_end + 1, self._end)
            else:
                command.here.append((start, self._at, expanded))
        self._heres.clear()


def _closing(text: str, start: int, end: int, opening: str, closing: str) -> int:
    """Give the offset behind the bracket that closes the one at `start`, quotes left out."""
    depth = 0
    for match in re.compile(rf"[{re.escape(opening + closing)}]|\\.|'[^'\n]*'").finditer(text, start, end):
        if match.group() == opening:
            depth += 1
        elif match.group() == closing:
            depth -= 1
            if depth == 0:
                return match.end()
    return end
