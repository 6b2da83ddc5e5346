"""Dockerfiles: `ENV` and `ARG` in both forms, commands of `RUN`, `CMD` and `HEALTHCHECK`, labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, String, Text, Value, Zone
from sealguard.languages import shell
from sealguard.languages.json_tree import parse as parse_json
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.shell_values import Variables, Word
from sealguard.languages.shell_words import Lexer
from sealguard.languages.templates import value as scalar_value
from sealguard.languages.tree import Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sealguard.facts import Facts, Part
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

_INSTRUCTION: Final = re.compile(r"[ \t]*(?:ONBUILD[ \t]+)?([A-Za-z]+)[ \t]+", re.IGNORECASE)
_COMMANDS: Final = frozenset({"RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "SHELL"})
_OPTIONS: Final = re.compile(r"(?:--[a-z-]+=\S+[ \t]+)*(?:CMD[ \t]+)?")
_HERE: Final = re.compile(r"<<-?[\"']?(\w+)[\"']?")


def read(fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add the facts of a Dockerfile."""
    text = fragment.text
    if len(text) > shell.MAX_SIZE:
        raise SyntaxProblem("a Dockerfile too long to follow")
    at = 0
    known: dict[str, tuple[Part, ...]] = {}
    while at < len(text):
        pieces, end, comments = _logical_line(text, at)
        facts.zones += [(fragment.outer(low, high), Zone.COMMENT) for low, high in comments]
        if pieces:
            _instruction(fragment.nest("dockerfile", pieces), facts, profile, known)
        at = max(end, at + 1)


def _logical_line(text: str, at: int) -> tuple[list[Piece], int, list[tuple[int, int]]]:
    """Give one instruction with its continuations, where it ends, and the comments inside."""
    pieces: list[Piece] = []
    comments: list[tuple[int, int]] = []
    delimiters: list[str] = []
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        line = text[at:end]
        stripped = line.strip()
        if stripped.startswith("#") and not delimiters:
            comments.append((at, at + len(line.rstrip("\r\n"))))
            at = end
            if not pieces:
                return [], at, comments
            continue
        pieces.append((line, at, end))
        at = end
        if delimiters:
            if stripped == delimiters[0]:
                delimiters.pop(0)
        else:
            delimiters = _HERE.findall(line) if len(pieces) == 1 and re.match(r"\s*(?:RUN|COPY)\b", line, re.IGNORECASE) else []
        if not delimiters and not stripped.endswith(("\\", "`")) and (stripped or len(pieces) == 1):
            break
    return pieces, at, comments


def _instruction(line: Fragment, facts: Facts, profile: Profile, known: dict[str, tuple[Part, ...]]) -> None:
    match = _INSTRUCTION.match(line.text)
    if match is None:
        return
    name, start = match.group(1).upper(), match.end()
    if name in _COMMANDS:
        options = _OPTIONS.match(line.text, start)
        _command(line, options.end() if options else start, facts, profile, known)
    elif name in {"ENV", "ARG", "LABEL"}:
        first = len(facts.bindings)
        _entries(line, name, start, facts)
        known.update((each.name, each.value.parts) for each in facts.bindings[first:] if each.environment)
    elif line.text[start:].strip():
        text = line.part(start, len(line.text.rstrip()))
        facts.strings.append(String(Value((text,), text.span), context=(name,)))


def _command(line: Fragment, start: int, facts: Facts, profile: Profile, known: Mapping[str, tuple[Part, ...]]) -> None:
    body = line.text[start:]
    if body.lstrip().startswith("["):
        try:
            tree = parse_json(body)
        except SyntaxProblem:
            tree = None
        if tree and tree.roots and isinstance(tree.roots[0], Sequence):
            nested = line.nest("json", [(body, start, len(line.text))])
            words = list(tree.roots[0].scalars)
            if len(words) > 2 and words[-2].text in {"-c", "-ec", "-lc"}:  # noqa: PLR2004 - shell, flag, script
                shell.read(nested.nest("shell", words[-1].pieces), facts, profile, known=known)
            else:
                shell.read_words([scalar_value(nested, word) for word in words], nested, facts)
            return
    here = _HERE.match(body)
    if here:
        first = body.find("\n") + 1
        last = body.rstrip().rfind("\n")
        body, start = (body[first : last + 1], start + first) if 0 < first <= last else ("", start)
    shell.read(line.nest("shell", [(body, start, start + len(body))]), facts, profile, known=known)


def _entries(line: Fragment, name: str, start: int, facts: Facts) -> None:
    lexer = Lexer(line, Variables(), lambda _command: None)
    commands = lexer.read(start)
    words = [word for command in commands for word in command.words]
    if name != "LABEL" and words and "=" not in words[0].text and len(words) > 1:
        # The old form: `ENV NAME the rest of the line`.
        rest = words[1:]
        parts = tuple(part for index, word in enumerate(rest) for part in (*_gap(line, rest, index), *word.value.parts))
        span = type(rest[0].value.span)(rest[0].value.span.start, rest[-1].value.span.end)
        _bind(words[0].text, Value(parts, span), words[0], facts)
        return
    for word in words:
        key, equals, _ = word.text.partition("=")
        if not equals:
            continue
        content = word.value.cut(len(key) + 1)
        value = Value(content.parts, content.parts[0].span if len(content.parts) == 1 else word.value.span)
        _bind(key, value, word, facts, environment=name != "LABEL")
        default = lexer.default(Word(value, word.start + len(key) + 1, word.end))
        if default:
            _bind(key, default[1], word, facts)


def _gap(line: Fragment, words: list[Word], index: int) -> tuple[Text, ...]:
    """Give the space before a word."""
    return (line.part(words[index - 1].end, words[index].start, " "),) if index else ()


def _bind(name: str, value: Value, word: Word, facts: Facts, *, environment: bool = True) -> None:
    if value.parts:
        facts.bindings.append(Binding((name,), value, word.value.span, environment=environment))
        facts.strings.append(String(value, context=(name,)))
