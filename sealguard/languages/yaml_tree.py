"""YAML, with the positions of every scalar, read event by event so that neither nesting nor aliases can blow up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol

from sealguard.languages.json_tree import unescape
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.templates import MOUSTACHE
from sealguard.languages.tree import MAX_DEPTH, Builder, Mapping, Node, Scalar, Sequence, Tree

if TYPE_CHECKING:
    import yaml

    from sealguard.languages.fragment import Piece

_COMMENT: Final = re.compile(r"(?m)(?:^|(?<=[ \t]))#[^\n\r]*")
_INDENT: Final = re.compile(r"[ ]*")
_LINE: Final = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|\Z)")
HOLE: Final = "\ue000"
"""Stands for each character of a template's placeholder while the YAML around it is parsed."""
_PLACEHOLDER: Final = re.compile(MOUSTACHE)
_CONTROL: Final = re.compile(
    r"(?m)^[ \t]*(?:\{\{-?[ \t]*(?:if|else|end|range|with|define|template|include|toYaml|/\*)[^\n\r]{0,300}\}\}"
    r"|\{%[^\n\r]{0,300}%\})[ \t]*$"
)


def parse(text: str) -> Tree:
    """Read every document of `text`. Raises `SyntaxProblem` where it is no YAML, or nested too deep."""
    import yaml  # noqa: PLC0415 - costs time that a clean run does not have

    safe = _neutral(text)
    tree = Tree()
    builder = _Builder(tree, text)
    try:
        for event in yaml.parse(safe, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise SyntaxProblem("not YAML") from error
    tree.comments.extend(_comments(text, builder.scalars))
    return tree


def _neutral(text: str) -> str:
    """Keep template marks from being taken for YAML, every offset as it was."""
    if "{{" not in text and "{%" not in text:
        return _printable(text)
    text = _CONTROL.sub(lambda match: " " * len(match.group()), text)
    text = _PLACEHOLDER.sub(lambda match: HOLE * len(match.group()), text)
    return _printable(text)


def _printable(text: str) -> str:
    """Replace what YAML refuses to read; a stray control character is no reason not to look at a file."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]", "?", text)


def _index(mark: _Mark | None) -> int:
    return mark.index if mark else 0


class _Mark(Protocol):
    """A place, as both of PyYAML's parsers give it."""

    index: int


class _Builder:
    """Makes a tree of YAML's events."""

    def __init__(self, tree: Tree, text: str) -> None:
        self._builder = Builder(tree)
        self._text = text
        self._anchors: dict[str, Node] = {}
        self.scalars: list[Scalar] = []

    def take(self, event: yaml.Event) -> None:
        kind = type(event).__name__
        if kind == "ScalarEvent":
            self._keep(event, self._scalar(event))
        elif kind in {"MappingStartEvent", "SequenceStartEvent"}:
            start = _index(event.start_mark)
            node: Mapping | Sequence = Mapping(start) if kind == "MappingStartEvent" else Sequence(start)
            if event.anchor:  # type: ignore[attr-defined]
                self._anchors[event.anchor] = node  # type: ignore[attr-defined]
            self._builder.begin(node)
            if self._builder.depth > MAX_DEPTH:
                raise SyntaxProblem("nested too deep")
        elif kind in {"MappingEndEvent", "SequenceEndEvent"}:
            self._builder.finish(_index(event.end_mark))
        elif kind == "AliasEvent":
            start, end = _index(event.start_mark), _index(event.end_mark)
            self._builder.add(self._anchors.get(event.anchor) or Scalar("", (), start, end))  # type: ignore[attr-defined]
        elif kind == "DocumentStartEvent":
            self._anchors.clear()

    def _keep(self, event: yaml.Event, scalar: Scalar) -> None:
        if event.anchor:  # type: ignore[attr-defined]
            self._anchors[event.anchor] = scalar  # type: ignore[attr-defined]
        self.scalars.append(scalar)
        self._builder.add(scalar)

    def _scalar(self, event: yaml.Event) -> Scalar:
        start, end = _index(event.start_mark), _index(event.end_mark)
        value, style = event.value, event.style or ""  # type: ignore[attr-defined]
        pieces = _pieces(self._text, start, end, style)
        text = "".join(piece[0] for piece in pieces)
        if text.replace("\ufeff", "") != value.replace("\ufeff", "") and HOLE not in value:
            # Folded lines and rare escapes: the value is right, its spelling can be pointed at only as a whole.
            inner = 1 if style in {"'", '"'} else 0
            pieces, text = ((value, start + inner, max(start + inner, end - inner)),), value
        return Scalar(text, pieces, start, end, style, event.tag or "")  # type: ignore[attr-defined]


def _pieces(text: str, start: int, end: int, style: str) -> tuple[Piece, ...]:
    if style in {"|", ">"}:
        return tuple(_block(text, start, end, folded=style == ">"))
    if style == '"':
        return unescape(text[start + 1 : end - 1], start + 1)
    if style == "'":
        return _single(text, start + 1, end - 1)
    return ((text[start:end], start, end),) if start < end else ()


def _single(text: str, start: int, end: int) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    while (quote := text.find("''", start, end)) >= 0:
        pieces += [(text[start : quote + 1], start, quote + 1)]
        start = quote + 2
    return (*pieces, (text[start:end], start, end)) if start < end else tuple(pieces)


def _block(text: str, start: int, end: int, *, folded: bool) -> list[Piece]:
    """Take a block scalar line by line, without its indentation."""
    header = _LINE.match(text, start)
    at = header.end() if header else end
    indicator = re.match(r"[|>][+-]?([1-9])", text[start : start + 3])
    line_start = text.rfind("\n", 0, start) + 1
    indent = -1
    if indicator:
        outer = _INDENT.match(text, line_start)
        indent = (len(outer.group()) if outer else 0) + int(indicator.group(1))
    pieces: list[Piece] = []
    while at < end:
        line = _LINE.match(text, at)
        if line is None or line.end() == at:
            break
        body = line.group().rstrip("\r\n")
        lead = len(body) - len(body.lstrip(" "))
        if indent < 0 and body.strip():
            indent = lead
        skip = min(lead, indent) if indent >= 0 else lead
        if body[skip:]:
            pieces.append((body[skip:], at + skip, at + len(body)))
        pieces.append((" " if folded else "\n", at + len(body), line.end()))
        at = line.end()
    return _chomped(pieces, text[start : start + 3], folded=folded)


def _chomped(pieces: list[Piece], header: str, *, folded: bool) -> list[Piece]:
    if "+" in header:
        return pieces
    kept = ""
    while pieces and pieces[-1][0] in {"\n", " "}:
        kept = "\n"
        last = pieces.pop()
    if kept and "-" not in header and pieces:
        pieces.append(("\n", last[1], last[2]))
    if folded and pieces:
        # Single line ends fold to a space; an empty line is one line end.
        return _folded(pieces)
    return pieces


def _folded(pieces: list[Piece]) -> list[Piece]:
    result: list[Piece] = []
    for index, piece in enumerate(pieces):
        if piece[0] == " " and index and pieces[index - 1][0] == " ":
            before = result[-1]
            result[-1] = ("\n", before[1], piece[2])
        else:
            result.append(piece)
    return result


def _comments(text: str, scalars: list[Scalar]) -> list[tuple[int, int]]:
    """Give the `#` comments: those that begin inside no scalar."""
    found: list[tuple[int, int]] = []
    ordered = sorted(((scalar.start, scalar.end) for scalar in scalars if "#" in text[scalar.start : scalar.end]), reverse=True)
    for match in _COMMENT.finditer(text):
        while ordered and ordered[-1][1] <= match.start():
            ordered.pop()
        if not ordered or match.start() < ordered[-1][0]:
            found.append(match.span())
    return found
