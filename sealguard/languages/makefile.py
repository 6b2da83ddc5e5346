"""Makefiles: assignments, and recipes as shell text. What a recipe expands without `@`, make prints."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, Hole, Output, String, Text, Value, Zone
from sealguard.languages import shell
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.shell_words import Lexer

if TYPE_CHECKING:
    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment
    from sealguard.profile import Profile

_ASSIGNMENT: Final = re.compile(
    r"(?P<export>(?:export|override)[ \t]+)?(?P<name>[A-Za-z_][\w.-]*)[ \t]*(?:::?:?=|\?=|\+=|!=|=)[ \t]*(?P<value>[^\n#]*)",
)
_SILENT: Final = re.compile(r"[ \t]*[-+]*@")
_PREFIX: Final = re.compile(r"[ \t]*[-+@]*[ \t]*")


def read(fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add the facts of a Makefile."""
    if len(fragment.text) > shell.MAX_SIZE:
        raise SyntaxProblem("a Makefile too long to follow")
    reader = shell.Reader(fragment, facts, profile, "make")
    silent = bool(re.search(r"(?m)^\.SILENT:[ \t]*$", fragment.text))
    at = 0
    while at < len(fragment.text):
        end = _line_end(fragment.text, at)
        line = fragment.text[at:end]
        if line.startswith("\t"):
            _recipe(reader, fragment, facts, (at, end), silent=silent)
        elif line.lstrip().startswith("#"):
            facts.zones.append((fragment.outer(at, end), Zone.COMMENT))
        else:
            _assignment(reader, fragment, facts, at, line)
        at = max(end, at + 1)
    reader.finish()


def _line_end(text: str, at: int) -> int:
    """Give the end of a line with its continuations."""
    while True:
        end = text.find("\n", at)
        if end < 0:
            return len(text)
        if not text[at:end].rstrip("\r").endswith("\\"):
            return end + 1
        at = end + 1


def _assignment(reader: shell.Reader, fragment: Fragment, facts: Facts, at: int, line: str) -> None:
    match = _ASSIGNMENT.match(line)
    value_text = match.group("value").rstrip() if match else ""
    if match is None or not value_text:
        return
    start, end = at + match.start("value"), at + match.start("value") + len(value_text)
    lexer = Lexer(fragment, reader.variables, lambda _command: None, "make")
    words = [word for command in lexer.read(start, end) for word in command.words]
    parts = tuple(part for word in words for part in word.value.parts)
    span = fragment.outer(start, end)
    if not words or not parts:
        return
    value = Value(parts, span)
    facts.bindings.append(Binding((match.group("name"),), value, fragment.outer(at, end), environment=bool(match.group("export"))))
    facts.strings.append(String(value, context=(match.group("name"),)))
    if len(words) == 1:
        reader.variables.known[match.group("name")] = parts


def _recipe(reader: shell.Reader, fragment: Fragment, facts: Facts, stretch: tuple[int, int], *, silent: bool) -> None:
    start, end = stretch
    prefix = _PREFIX.match(fragment.text, start, end)
    quiet = silent or bool(_SILENT.match(fragment.text, start, end))
    headers = len(facts.headers)
    commands = reader.take(prefix.end() if prefix else start, end)
    if quiet:
        return
    values = [word.value for command in commands for word in command.words]
    shown = tuple(value for value in values if _prints(fragment, value))
    if shown:
        carried = tuple(header for header in facts.headers[headers:] if any(_prints(fragment, one) for one in header.values))
        facts.outputs.append(Output(fragment.outer(start + 1, end), "make", shown, carried))


def _prints(fragment: Fragment, value: Value) -> bool:
    """Tell whether make itself expands a part of a word, and so prints it; what `$$` leaves to the shell is not printed."""
    text = fragment.document.text
    for part in value.parts:
        if isinstance(part, Text) and part.span not in value.span:
            return True
        if isinstance(part, Hole) and text.startswith(("$(", "${"), part.span.start) and text[part.span.start - 1 : part.span.start] != "$":
            return True
    return False
