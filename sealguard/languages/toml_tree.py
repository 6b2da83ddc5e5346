"""TOML, by its tree-sitter grammar: what is wrong on one line does not hide the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sealguard.languages.json_tree import unescape
from sealguard.languages.offsets import Offsets
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree

if TYPE_CHECKING:
    import tree_sitter


def parse(text: str) -> Tree:
    """Read `text`. Raises `SyntaxProblem` where it is no TOML, or nested too deep."""
    import tree_sitter  # noqa: PLC0415 - costs time that a clean run does not have
    import tree_sitter_toml  # noqa: PLC0415

    offsets = Offsets(text)
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    root = parser.parse(offsets.encoded).root_node
    if root.has_error:
        raise SyntaxProblem("not TOML")
    return _Reader(text, offsets).read(root)


class _Reader:
    def __init__(self, text: str, offsets: Offsets) -> None:
        self._text = text
        self._offsets = offsets
        self._tree = Tree()

    def read(self, root: tree_sitter.Node) -> Tree:
        top = Mapping(0, len(self._text))
        self._tree.roots.append(top)
        for child in root.named_children:
            if child.type == "pair":
                self._pair(child, top)
            elif child.type in {"table", "table_array_element"}:
                self._table(child, top)
            elif child.type == "comment":
                self._tree.comments.append(self._span(child))
        return self._tree

    def _span(self, node: tree_sitter.Node) -> tuple[int, int]:
        return self._offsets.char(node.start_byte), self._offsets.char(node.end_byte)

    def _table(self, node: tree_sitter.Node, top: Mapping) -> None:
        table = Mapping(*self._span(node))
        key, *rest = node.named_children
        self._place(key, table, top)
        for child in rest:
            if child.type == "pair":
                self._pair(child, table)
            elif child.type == "comment":
                self._tree.comments.append(self._span(child))

    def _place(self, key: tree_sitter.Node, node: Node, into: Mapping) -> None:
        """Add an entry under a key that may be dotted."""
        names = self._names(key)
        for name in names[:-1][:MAX_DEPTH]:
            found = into.get(name.text.lower())
            if not isinstance(found, Mapping):
                found = Mapping(name.start, self._span(key)[1])
                into.entries.append((name, found))
            into = found
        if names:
            into.entries.append((names[-1], node))

    def _names(self, key: tree_sitter.Node) -> list[Scalar]:
        if key.type == "dotted_key":
            return [name for child in key.named_children for name in self._names(child)]
        start, end = self._span(key)
        if key.type == "quoted_key":
            return [Scalar(self._text[start + 1 : end - 1], ((self._text[start + 1 : end - 1], start + 1, end - 1),), start, end, '"')]
        return [Scalar(self._text[start:end], ((self._text[start:end], start, end),), start, end)]

    def _pair(self, node: tree_sitter.Node, into: Mapping, depth: int = 0) -> None:
        children = [child for child in node.named_children if child.type != "comment"]
        if len(children) > 1:
            self._place(children[0], self._value(children[-1], depth + 1), into)

    def _value(self, node: tree_sitter.Node, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise SyntaxProblem("nested too deep")
        if node.type == "inline_table":
            table = Mapping(*self._span(node))
            for child in node.named_children:
                if child.type == "pair":
                    self._pair(child, table, depth)
            return table
        if node.type == "array":
            array = Sequence(*self._span(node))
            for child in node.named_children:
                if child.type == "comment":
                    self._tree.comments.append(self._span(child))
                else:
                    array.items.append(self._value(child, depth + 1))
            return array
        return self._scalar(node)

    def _scalar(self, node: tree_sitter.Node) -> Scalar:
        start, end = self._span(node)
        raw = self._text[start:end]
        if node.type != "string":
            return Scalar(raw, ((raw, start, end),), start, end)
        size = 3 if raw[:3] in {'"""', "'''"} else 1
        low, high = start + size, end - size
        if size > 1:
            low += len(self._text[low : low + 2]) - len(self._text[low : low + 2].lstrip("\r\n")) if self._text[low] in "\r\n" else 0
        inner = self._text[low:high]
        if raw[0] == "'" or "\\" not in inner:
            return Scalar(inner, _lines(inner, low), start, end, "|" if size > 1 else raw[0])
        pieces = unescape(inner, low)
        return Scalar("".join(piece[0] for piece in pieces), pieces, start, end, raw[0])


def _lines(text: str, offset: int) -> tuple[tuple[str, int, int], ...]:
    """Give a text line by line."""
    pieces: list[tuple[str, int, int]] = []
    for line in text.splitlines(keepends=True):
        pieces.append((line, offset, offset + len(line)))
        offset += len(line)
    return tuple(pieces)
