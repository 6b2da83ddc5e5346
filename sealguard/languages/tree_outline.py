"""Cuts a syntax tree down to what can matter, before it is labelled and lowered.

Most of a file that talks to Sealmetrics is about something else, and a bundle of two megabytes holds one call. The tree
is cut where nothing of interest is in it; what is left draws with it, by name, what it uses and what uses it. Too much
is kept rather than too little, up to a bound: names are compared as spelled, whatever their scope.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import tree_sitter

_WORD: Final = re.compile(rb"[A-Za-z_$][\w$]*")
_BOUND: Final = re.compile(
    rb"(?<![\w$])([A-Za-z_$][\w$]{0,80})\s{0,9}(?::?=(?![=>])|\+=|\|=)|\b(?:as|const|let|var|val)\s+([A-Za-z_$][\w$]*)"
    rb"|(?<![\w$])([A-Za-z_]\w{0,80})(?=[ \t]{1,9}[\w.*\[\]]{1,40}[ \t]{0,9}=(?![=>]))"
)
_SET: Final = re.compile(rb"(?:\b(?:this|self)(?:\.|->)#?|@)([A-Za-z_]\w*)\s*=(?![=>])")
_HEAD: Final = re.compile(rb"[^={(]{0,200}")
_IMPORTING: Final = re.compile(rb"\s*(?:import|use|using|require|from|include|package)\b")
_SAYING_NOTHING: Final = frozenset(
    b"const let var function class return if else for while new this self await async export default import from require true false null "
    b"undefined public private protected static void string String int fun func def end do then try catch finally throw use package "
    b"declare namespace module interface type enum struct extends implements abstract readonly".split()
)
_SMALL: Final = 2_000
"""What is not larger, in bytes, is kept or left as a whole."""
_TINY: Final = 200
_FEW: Final = 60
"""Of a thing that has not more parts than this, parts that are not larger than `_TINY` stay with it: an argument, a name."""
_MOST: Final = 200_000
"""How many bytes are kept at most for their names alone."""
_MOST_OF_LARGE: Final = 12_000
"""The same of a large file: of a bundle's libraries, what is next to the calls is enough."""
_LARGEST: Final = 20_000
"""What is larger is not kept for its names alone."""
_SHORT: Final = 2
"""Names that are not longer say nothing far away: a machine gave them."""
_NEAR: Final = 20_000
_FAR: Final = 200_000
_DEEPEST: Final = 300
_ROUNDS: Final = 6
_WHOLE: Final = 0.75
"""If more than this part of a file would be kept, it is kept whole."""


@dataclass(slots=True)
class _Unit:
    """One piece of the tree that is kept or left as a whole."""

    node: tree_sitter.Node
    start: int
    end: int
    interesting: bool
    kept: bool
    telling: bool
    """Whether its names tie other units to it."""
    words: frozenset[bytes] = frozenset()
    bound: frozenset[bytes] = frozenset()


class Outline:
    """What is kept of a tree."""

    def __init__(self, nodes: list[tree_sitter.Node], around: list[tree_sitter.Node], *, cut: bool = False) -> None:
        """Take the nodes that are kept as a whole, in order, not overlapping, and all those that others of them are in."""
        self.nodes = nodes
        self.around = around
        self.cut = cut
        """Whether something was left for its size that what is of interest draws on."""
        self._ends = [node.end_byte for node in nodes]
        self._starts = [node.start_byte for node in nodes]

    def keeps(self, node: tree_sitter.Node) -> bool:
        """Tell whether any of a node is kept."""
        start = node.start_byte
        at = bisect.bisect_right(self._starts, start) - 1
        if at >= 0 and start < self._ends[at]:
            return True
        return at + 1 < len(self._starts) and self._starts[at + 1] < max(node.end_byte, start + 1)


def outline(
    root: tree_sitter.Node, source: bytes, places: Sequence[int], *, types: frozenset[str] = frozenset(), large: bool = False
) -> Outline:
    """Find what to keep of a tree; `source` is what it was made of, `places` is where it says something of interest, in order.

    `types` are the kinds of nodes that say what values may be and give none; `large`: what is kept for its names alone has less room.
    """
    if not places:
        return Outline([], [])
    around: list[tree_sitter.Node] = []
    units = list(_units(root, places, around))
    cut = _link(units, source, places, types, _MOST_OF_LARGE if large else _MOST)
    nodes = [unit.node for unit in units if unit.kept]
    if sum(node.end_byte - node.start_byte for node in nodes) > _WHOLE * len(source):
        return Outline([root], [])
    return Outline(nodes, around, cut=cut)


def _units(
    node: tree_sitter.Node, places: Sequence[int], around: list[tree_sitter.Node], depth: int = 0, *, near: bool = False
) -> Iterator[_Unit]:
    """Cut a node where nothing of interest is in it; `near`: it is one of a few parts of something that is of interest."""
    start, end = node.start_byte, node.end_byte
    at = bisect.bisect_left(places, start)
    interesting = at < len(places) and places[at] < end
    children = node.named_children if interesting and end - start > _SMALL and depth < _DEEPEST else []
    if not children:
        kept = interesting or (near and end - start <= _TINY)
        yield _Unit(node, start, end, interesting, kept=kept, telling=kept)
        return
    around.append(node)
    few = len(children) <= _FEW
    for child in children:
        yield from _units(child, places, around, depth + 1, near=few)


def _link(units: list[_Unit], source: bytes, places: Sequence[int], types: frozenset[str], room: int) -> bool:
    """Keep what the units of interest draw on, and what draws on them, nearest first.

    Tells whether there was no room for something that they draw on; a type that is left takes no value away.
    """
    said = (unit for unit in units if not unit.node.type.endswith("comment"))
    linked = [unit for unit in said if unit.interesting or (unit.end - unit.start <= _LARGEST and _is_near(unit, places, _FAR))]
    for unit in linked:
        _describe(unit, source)
    linked.sort(key=lambda unit: _distance(unit, places))
    cut = False
    for each in range(_ROUNDS):
        needed = _union(unit.words for unit in linked if unit.telling)
        drawn = frozenset() if each else _union(unit.words for unit in linked if unit.telling and not _is_type(unit.node, types))
        offered = _union(unit.bound for unit in linked if unit.interesting)
        added = False
        for unit in linked:
            if unit.kept:
                continue
            uses, serves = unit.words & offered, unit.bound & needed
            telling = any(len(name) > _SHORT for name in (*uses, *serves))
            if not telling and not ((uses or serves) and _is_near(unit, places, _NEAR)):
                continue
            if room < unit.end - unit.start:
                cut |= any(len(name) > _SHORT for name in serves & drawn) and not _is_type(unit.node, types)
                continue
            unit.telling = telling
            unit.kept, unit.interesting = True, telling and bool(uses)
            room -= unit.end - unit.start
            added = True
        if not added:
            break
    return cut


def _describe(unit: _Unit, source: bytes) -> None:
    code = source[unit.start : unit.end]
    unit.words = _words(code) - _SAYING_NOTHING
    bound = frozenset(_SET.findall(code))
    names = _defined(unit.node)
    if names:
        bound |= _union(_words(source[name.start_byte : name.end_byte]) for name in names)
    else:
        head = code if _IMPORTING.match(code) else (_HEAD.match(code) or [b""])[0]
        bound |= {*_words(head), *(name for pair in _BOUND.findall(code) for name in pair if name)}
    unit.bound = frozenset(map(_bare, bound)) - _SAYING_NOTHING


def _defined(node: tree_sitter.Node) -> list[tree_sitter.Node]:
    """Give what functions and classes are called, if that is all that a node gives names to: what is bound inside stays inside."""
    inner = _inner(node)
    name = inner.child_by_field_name("name")
    if name is not None:
        return [name]
    held = [(each.child_by_field_name("name"), each.child_by_field_name("value")) for each in inner.named_children[:_FEW]]
    functions = [name for name, value in held if name is not None and value is not None and value.child_by_field_name("body") is not None]
    return functions if len(functions) == inner.named_child_count else []


def _is_type(node: tree_sitter.Node, types: frozenset[str]) -> bool:
    return node.type in types or _inner(node).type in types


def _inner(node: tree_sitter.Node) -> tree_sitter.Node:
    """Give what is declared by a statement that exports a declaration."""
    return node.child_by_field_name("declaration") or node


def _words(code: bytes) -> frozenset[bytes]:
    return frozenset(map(_bare, _WORD.findall(code)))


def _bare(name: bytes) -> bytes:
    """Give a name without the mark that some languages put before it in one place and leave out in another."""
    return name.lstrip(b"$") or name


def _distance(unit: _Unit, places: Sequence[int]) -> int:
    """Give how far the nearest place is: nothing where one is inside."""
    at = bisect.bisect_left(places, unit.start)
    behind = [max(0, place - unit.end) for place in places[at : at + 1]]
    return min([*behind, *(unit.start - place for place in places[max(0, at - 1) : at])], default=0)


def _is_near(unit: _Unit, places: Sequence[int], distance: int) -> bool:
    at = bisect.bisect_left(places, unit.start - distance)
    return at < len(places) and places[at] < unit.end + distance


def _union(sets: Iterable[frozenset[bytes]]) -> frozenset[bytes]:
    return frozenset().union(*sets)
