"""What every data format is read into: scalars, mappings and sequences that know where they are written.

Offsets count in the text of the fragment that was parsed; `data` makes facts of a tree, whatever the format.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.languages.fragment import Piece

MAX_DEPTH: Final = 100
"""How deep data may be nested before it is read as plain text."""
MAX_SIZE: Final = 1_500_000
"""How many code points of data are parsed; a longer file is read as plain text."""


@dataclass(slots=True, eq=False)
class Scalar:
    """A string, number or truth value; nobody changes one, and a frozen one would take three times as long to make."""

    text: str
    pieces: tuple[Piece, ...]
    """How it is spelled, inside the quotes."""
    start: int
    end: int
    """The whole token, quotes included."""
    quote: str = ""
    """The quote it stands in, `|` or `>` for a YAML block, empty for a plain one."""
    tag: str = ""
    """A YAML tag."""

    @property
    def block(self) -> bool:
        """Whether it is written over several lines, each of which can be pointed at."""
        return self.quote in {"|", ">"}

    def cut(self, start: int, end: int) -> Scalar:
        """Give `text[start:end]` as a scalar of its own, without quotes."""
        pieces: list[Piece] = []
        at = 0
        for text, low, high in self.pieces:
            first, last = max(start, at), min(end, at + len(text))
            if first < last and len(text) == high - low:
                pieces.append((text[first - at : last - at], low + first - at, low + last - at))
            elif first < last:
                pieces.append((text[first - at : last - at], low, high))
            at += len(text)
            if at >= end:
                break
        low, high = (pieces[0][1], pieces[-1][2]) if pieces else (self.start, self.start)
        return Scalar(self.text[start:end], tuple(pieces), low, high, self.quote if self.block else "", self.tag)


@dataclass(slots=True, eq=False)
class Mapping:
    """Names and what they stand for, in order, repeated names included."""

    start: int
    end: int = 0
    entries: list[tuple[Scalar, Node]] = field(default_factory=list)
    _index: dict[str, list[Node]] = field(default_factory=dict, repr=False)
    _indexed: int = 0

    def _named(self, names: tuple[str, ...]) -> Iterator[Node]:
        for key, node in self.entries[self._indexed :]:
            self._index.setdefault(key.text.lower(), []).append(node)
        self._indexed = len(self.entries)
        for name in names:
            yield from self._index.get(name, ())

    def get(self, *names: str) -> Node | None:
        """Give what the first of `names` (in lower case) that is there stands for."""
        return next(self._named(names), None)

    def scalar(self, *names: str) -> Scalar | None:
        """Give the scalar that the first of `names` (in lower case) stands for."""
        return next((node for node in self._named(names) if isinstance(node, Scalar)), None)


@dataclass(slots=True, eq=False)
class Sequence:
    """A list."""

    start: int
    end: int = 0
    items: list[Node] = field(default_factory=list)

    @property
    def scalars(self) -> Iterator[Scalar]:
        """The items that are scalars."""
        return (item for item in self.items if isinstance(item, Scalar))


Node = Scalar | Mapping | Sequence


@dataclass(slots=True)
class Tree:
    """What a parser gives: the documents of a file, and where its comments stand."""

    roots: list[Node] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)


class Builder:
    """Puts nodes together without recursion, so that nesting costs no stack."""

    def __init__(self, tree: Tree) -> None:
        """Fill `tree`."""
        self._tree = tree
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Node | None] = []

    @property
    def depth(self) -> int:
        """How many collections are open."""
        return len(self._open)

    @property
    def innermost(self) -> Mapping | Sequence | None:
        """The collection that the next node goes into."""
        return self._open[-1] if self._open else None

    @property
    def wants_key(self) -> bool:
        """Whether the next node is a key."""
        return bool(self._open) and isinstance(self._open[-1], Mapping) and self._keys[-1] is None

    def add(self, node: Node) -> None:
        """Add a node that is whole."""
        if not self._open:
            self._tree.roots.append(node)
            return
        top = self._open[-1]
        if isinstance(top, Sequence):
            top.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node
        else:
            key, self._keys[-1] = self._keys[-1], None
            top.entries.append((_as_key(key), node))

    def begin(self, node: Mapping | Sequence) -> None:
        """Add a collection that is still empty; what follows goes into it."""
        self.add(node)
        self._open.append(node)
        self._keys.append(None)

    def finish(self, end: int) -> None:
        """Close the innermost collection."""
        if self._open:
            self._open.pop().end = end
            self._keys.pop()

    def drop_key(self) -> None:
        """Forget a key that has no value."""
        if self._keys:
            self._keys[-1] = None


def _as_key(node: Node) -> Scalar:
    """Give a key as a scalar; a collection that is a key has no name."""
    return node if isinstance(node, Scalar) else Scalar("", (), node.start, node.end)
