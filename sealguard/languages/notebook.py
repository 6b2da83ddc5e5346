"""Jupyter notebooks: the code cells of a kernel as one program, everything else as text, on the lines of the JSON file."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING, Final

from sealguard.facts import Binding, String, Value, Zone
from sealguard.languages import json_tree, templates
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

MAX_SIZE: Final = 8_000_000
"""How many code points of a notebook are read: its outputs can hold pictures."""
_CELL_MAGIC: Final = re.compile(r"\s*%%(\w+)[^\n]*\n?")
_LINE_MAGIC: Final = re.compile(
    r"(?m)^[ \t]*(?P<mark>%{1,2}\w+|!{1,2}|\?)(?P<rest>[^\n]*)"
    r"|^[ \t]*[\w., ]{1,80}=[ \t]*(?P<assigned>[!%])(?P<tail>[^\n]*)|[?]{1,2}[ \t]*$"
)
_ENVIRONMENT: Final = re.compile(r"[ \t]+([A-Za-z_]\w*)[ \t]*(?:=|[ \t])[ \t]*(['\"]?)([^\n]*?)\2[ \t\r]*$")
_SHELLS: Final = frozenset({"bash", "sh", "script", "cmd", "system", "sx"})
_OTHERS: Final = {
    "javascript": "javascript",
    "js": "javascript",
    "html": "html",
    "HTML": "html",
    "writefile": "text",
    "ruby": "ruby",
    "perl": "perl",
    "sql": "sql",
}
_PYTHON_KERNELS: Final = frozenset({"python", "ipython", "python3", "python2", "xpython", "sage", "pyspark"})
_KERNELS: Final = {"c#": "cs", "csharp": "cs", "f#": "fs", "fsharp": "fs", "pwsh": "powershell", "node": "javascript", "deno": "typescript"}
_PARSED: Final = 2_000_000
"""How many code points of Python are parsed to see whether they can be."""
_PYTHON_MAGICS: Final = frozenset({"time", "timeit", "capture", "prun", "python", "python3", "memit"})


def read(fragment: Fragment, facts: Facts, profile: Profile) -> None:
    """Add the facts of a notebook. Raises `SyntaxProblem` where it is no notebook."""
    if len(fragment.text) > MAX_SIZE:
        raise SyntaxProblem("a notebook too large to read")
    tree = json_tree.parse(fragment.text)
    root = tree.roots[0] if tree.roots else None
    if not isinstance(root, Mapping):
        raise SyntaxProblem("not a notebook")
    reader = _Reader(fragment, facts, profile, _kernel(root))
    for cell in _cells(root):
        reader.cell(cell)
    reader.finish()


def _kernel(root: Mapping) -> str:
    metadata = root.get("metadata")
    for holder, key in (("kernelspec", "language"), ("language_info", "name")):
        inner = metadata.get(holder) if isinstance(metadata, Mapping) else None
        found = inner.scalar(key) if isinstance(inner, Mapping) else None
        if found:
            return found.text.lower()
    return "python"


def _cells(root: Mapping) -> Iterator[Mapping]:
    holders: list[Node | None] = [root]
    sheets = root.get("worksheets")
    if isinstance(sheets, Sequence):
        holders += sheets.items
    for holder in holders:
        cells = holder.get("cells") if isinstance(holder, Mapping) else None
        if isinstance(cells, Sequence):
            yield from (cell for cell in cells.items if isinstance(cell, Mapping))


class _Reader:
    def __init__(self, fragment: Fragment, facts: Facts, profile: Profile, kernel: str) -> None:
        self._fragment = fragment
        self._facts = facts
        self._profile = profile
        self._kernel = kernel
        self._runs_python = kernel in _PYTHON_KERNELS
        self._code: list[list[Piece]] = []
        """The cells of the kernel's language, in order, each with a line end."""

    def cell(self, cell: Mapping) -> None:
        kind = cell.scalar("cell_type")
        source = cell.get("source", "input")
        outputs = cell.get("outputs")
        if outputs is not None:
            self._prose(outputs)
        if source is None:
            return
        if kind is not None and kind.text == "code":
            self._source(list(_pieces(source)), _language(cell))
        elif kind is not None and kind.text == "markdown":
            self._markdown(list(_pieces(source)))
        else:
            self._prose(source)

    def _prose(self, node: Node) -> None:
        self._facts.zones.append((self._fragment.outer(node.start, max(node.end, node.start + 1)), Zone.PROSE))

    def _markdown(self, pieces: list[Piece]) -> None:
        from sealguard.languages import markup  # noqa: PLC0415 - only notebooks with prose pay for it

        nested = self._fragment.nest("markdown", pieces)
        if nested.text:
            markup.read(nested, self._facts, self._profile, ".md")

    def _nest(self, pieces: list[Piece], language: str) -> None:
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        nested = self._fragment.nest(language, pieces)
        if nested.text.strip():
            read_fragment(nested, self._facts, self._profile, "", language)

    def _source(self, pieces: list[Piece], language: str) -> None:
        text = "".join(piece[0] for piece in pieces)
        magic = _CELL_MAGIC.match(text)
        if magic and magic.group(1) not in _PYTHON_MAGICS:
            body = _cut(pieces, magic.end(), len(text))
            name = magic.group(1)
            if name in _SHELLS:
                self._nest(body, "shell")
            else:
                self._nest(body, _OTHERS.get(name, "text"))
            return
        if language and language not in {self._kernel, "python"}:
            self._nest(pieces, language)
            return
        if not self._runs_python:
            self._code.append(_ended(pieces))
            return
        self._python(pieces, text, magic.end() if magic else 0)

    def _python(self, pieces: list[Piece], text: str, start: int) -> None:
        """Add a cell to the program, with IPython's own lines made comments of the same length."""
        neutral: list[Piece] = []
        at = start
        for match in _LINE_MAGIC.finditer(text, start):
            low, high = match.span()
            if match.group("assigned"):
                low = match.start("assigned")
                self._shell(pieces, match.start("tail"), match.end("tail"), match.group("assigned"))
            elif match.group("mark"):
                low = match.start("mark")
                self._magic(pieces, match)
            neutral += _cut(pieces, at, low)
            neutral += _hidden(_joined(_cut(pieces, low, high)), "0" if match.group("assigned") else "pass")
            at = high
        neutral += _cut(pieces, at, len(text))
        neutral = [piece for piece in neutral if piece[0]]
        if neutral:
            self._code.append(_ended(neutral))

    def _magic(self, pieces: list[Piece], match: re.Match[str]) -> None:
        mark = match.group("mark")
        if mark.startswith("!") or mark in {"%system", "%sx"}:
            self._shell(pieces, match.start("rest"), match.end("rest"), "!")
        elif mark in {"%env", "%set_env"}:
            found = _ENVIRONMENT.match(match.group("rest"))
            if found:
                start = match.start("rest")
                inner = self._fragment.nest("text", _cut(pieces, start + found.start(3), start + found.end(3)))
                self._bind(found.group(1), inner)

    def _bind(self, name: str, inner: Fragment) -> None:
        if not inner.text:
            return
        scalar = Scalar(inner.text, ((inner.text, 0, len(inner.text)),), 0, len(inner.text))
        value: Value = templates.value(inner, scalar)
        self._facts.bindings.append(Binding((name,), value, value.span, environment=True))
        self._facts.strings.append(String(value, context=(name,)))

    def _shell(self, pieces: list[Piece], start: int, end: int, mark: str) -> None:
        if mark == "!":
            self._nest(_cut(pieces, start, end), "shell")

    def finish(self) -> None:
        """Read the program; of one that does not parse, the cells that do, and the others as text."""
        from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

        cells = self._code
        if self._runs_python and not _parses(piece for cell in cells for piece in cell):
            for cell in cells:
                if not _parses(cell):
                    self._nest(cell, "text")
            cells = [cell for cell in cells if _parses(cell)]
        if not cells:
            return
        language = "python" if self._runs_python else _KERNELS.get(self._kernel, self._kernel)
        nested = self._fragment.nest(language, [piece for cell in cells for piece in cell], tuple(_shown(cells)))
        read_fragment(nested, self._facts, self._profile, "", language)


def _language(cell: Mapping) -> str:
    """Give the language that a cell says it is in, in lower case; most say nothing."""
    metadata = cell.get("metadata")
    for holder, key in (("vscode", "languageid"), ("dotnet_interactive", "language"), ("polyglot_notebook", "kernelname")):
        inner = metadata.get(holder) if isinstance(metadata, Mapping) else None
        found = inner.scalar(key) if isinstance(inner, Mapping) else None
        if found:
            return _KERNELS.get(found.text.lower(), found.text.lower())
    return ""


def _parses(pieces: Iterable[Piece]) -> bool:
    text = "".join(piece[0] for piece in pieces)
    if len(text) > _PARSED:
        return True
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True


def _ended(pieces: list[Piece]) -> list[Piece]:
    """Give a cell with an end to its last line."""
    last = pieces[-1] if pieces else None
    return [*pieces, ("\n", last[2], last[2] + 1)] if last and not last[0].endswith("\n") else pieces


def _shown(cells: list[list[Piece]]) -> Iterator[int]:
    """Give the ends of the cells whose last expression is printed: those that no semicolon ends."""
    at = 0
    for cell in cells:
        text = "".join(piece[0] for piece in cell)
        if not text.rstrip().endswith(";"):
            yield at + len(text.rstrip())
        at += len(text)


def _pieces(node: Node) -> Iterator[Piece]:
    """Give a cell's source: one string, or a list of lines."""
    if isinstance(node, Scalar):
        yield from node.pieces
    elif isinstance(node, Sequence):
        for item in node.scalars:
            yield from item.pieces


def _cut(pieces: list[Piece], start: int, end: int) -> list[Piece]:
    whole = Scalar("".join(piece[0] for piece in pieces), tuple(pieces), 0, 0)
    return list(whole.cut(start, end).pieces) if start < end else []


def _joined(pieces: list[Piece]) -> list[Piece]:
    return [(text, low, high) for text, low, high in pieces if text]


def _hidden(pieces: list[Piece], instead: str) -> list[Piece]:
    """Give pieces of the same length that together spell what Python reads as nothing, or as a value."""
    hidden: list[Piece] = []
    for text, start, end in pieces:
        spelled, instead = instead[: len(text)], instead[len(text) :]
        hidden.append((spelled.ljust(len(text)), start, end))
    return hidden
