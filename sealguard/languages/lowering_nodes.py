"""Reads the parts that queries gave to the nodes of a syntax tree, with their places in the outer document."""

from __future__ import annotations

import abc
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import tree_sitter

    from sealguard import syntax
    from sealguard.languages.fragment import Fragment
    from sealguard.languages.grammars import Grammar
    from sealguard.languages.labels import Label
    from sealguard.languages.offsets import Offsets
    from sealguard.languages.tree_outline import Outline
    from sealguard.model import Span

LEFT: Final = frozenset({"comment", "skip", "suffix"})
"""Forms that are left out wherever they stand; a suffix is read with what it stands behind."""
_CUT: Final = frozenset({"entry", "item", "argument", "body", "then", "else"})
"""Parts that can be many or large, and of which only those are lowered that are kept."""
_QUOTED: Final = re.compile(r"[A-Za-z@$#%]{0,3}(\"\"\"|'''|[\"'`])(?P<content>.*)\1", re.DOTALL)


class Nodes(abc.ABC):
    """What lowering knows of one tree, before any form."""

    def __init__(
        self,
        fragment: Fragment,
        offsets: Offsets,
        labels: dict[int, Label],
        grammar: Grammar,
        kept: Outline,
        spellings: dict[str, str] | None = None,
    ) -> None:
        """Prepare to lower what is `kept` of the tree of `fragment`; `offsets` are those of its text.

        `spellings` gives the one spelling by which a name goes, by its folded form, where upper and lower case are the same.
        """
        self._kept = kept
        self._spellings = spellings
        self._fragment = fragment
        self._offsets = offsets
        self._labels = labels
        self._receiver = grammar.receiver
        self._sigils = grammar.sigils
        self._yields = grammar.yields
        self._depth = 0
        self._inline: list[syntax.Import] = []
        """Modules that are taken in the middle of an expression, each bound under its own name."""
        self._members = False
        """Whether what is lowered stands directly in a class."""
        self._outside: dict[str, list[syntax.Function]] = {}
        """Methods that stand outside of their class, by its name."""
        self._base: syntax.Expression | None = None
        """What the class around inherits from."""
        self._cascading: syntax.Expression | None = None
        """What the value that is lowered is given to, and what is done to it in the same breath."""
        self._cascaded: list[syntax.Expression] = []
        self._added = False
        """Whether a class was met that adds to another of its name."""
        self._class_name = ""
        """What the class around is called."""
        self._package = ""
        """What all of the file is in."""

    def _form(self, node: tree_sitter.Node) -> str:
        label = self._labels.get(node.id)
        return label.form if label is not None else ""

    def _range(self, node: tree_sitter.Node) -> tuple[int, int]:
        return self._offsets.char(node.start_byte), self._offsets.char(node.end_byte)

    def _span(self, node: tree_sitter.Node) -> Span:
        return self._fragment.outer(*self._range(node))

    def _text(self, node: tree_sitter.Node) -> str:
        start, end = self._range(node)
        return self._fragment.text[start:end]

    def _parts(self, label: Label, part: str) -> list[tree_sitter.Node]:
        found = [node for node in label.all(part) if self._form(node) not in LEFT]
        return [node for node in found if self._kept.keeps(node)] if part in _CUT else found

    def _part(self, label: Label, part: str) -> tree_sitter.Node | None:
        return next(iter(self._parts(label, part)), None)

    def _below(self, node: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
        return (child for child in node.named_children if self._form(child) not in LEFT and self._kept.keeps(child))

    def _word(self, node: tree_sitter.Node) -> str:
        """Give a name as it is spelled, without the marks that some languages put before it, or quotes."""
        text = self._text(node)
        quoted = _QUOTED.fullmatch(text)
        if quoted:
            return quoted.group("content")
        word = text.strip(self._sigils)
        return self._spellings.setdefault(word.casefold(), word) if self._spellings is not None else word

    @abc.abstractmethod
    def _expression(self, node: tree_sitter.Node) -> syntax.Expression:
        """Lower one expression."""

    @abc.abstractmethod
    def _opaque(self, node: tree_sitter.Node) -> syntax.Opaque:
        """Keep what is below a node that has no form."""

    @abc.abstractmethod
    def _arguments(self, node: tree_sitter.Node) -> Iterator[syntax.Argument]:
        """Lower the arguments of a call."""

    @abc.abstractmethod
    def _block(self, nodes: Iterable[tree_sitter.Node]) -> tuple[syntax.Statement, ...]:
        """Lower statements that belong together."""

    @abc.abstractmethod
    def _assignment(self, node: tree_sitter.Node, label: Label, target: syntax.Expression, value: syntax.Expression) -> syntax.Assign:
        """Lower an assignment to one target."""

    @abc.abstractmethod
    def _module(self, node: tree_sitter.Node) -> str:
        """Give the name of a module as it is spelled."""

    @abc.abstractmethod
    def _signature(self, label: Label) -> tuple[tuple[syntax.Parameter, ...], tuple[syntax.Statement, ...]]:
        """Lower the parameters of a function."""

    @abc.abstractmethod
    def _unwrapped(self, node: tree_sitter.Node) -> tree_sitter.Node:
        """Give what is inside parentheses."""
