"""Cuts a syntax tree down to the statements that can matter, before they are lowered."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tree_sitter


def kept(root: tree_sitter.Node, source: bytes) -> list[tree_sitter.Node]:
    """Give the nodes to lower, in order; `source` is what the tree was made of."""
    del source
    return [root]
