"""A data file as the programs see it that read it: one map, or list, that it gives as a whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sealguard import syntax
from sealguard.facts import Text, Value
from sealguard.languages import formats, templates
from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import MAX_DEPTH, Mapping, Node, Scalar

if TYPE_CHECKING:
    from sealguard.languages.fragment import Fragment

_MOST_NODES: Final = 5_000
"""How many nodes a file may have that holds settings; aliases count each time."""
_PLAIN: Final = {"true": True, "false": False, "null": None, "~": None, "": None}
"""What a scalar without quotes stands for that is no text."""


def program(kind: str, fragment: Fragment) -> syntax.Program:
    """Give a data file of the format `kind` as a program. Raises `SyntaxProblem` where it cannot be read, or is too large."""
    reading = _Reading(fragment, typed=kind in {"json", "yaml", "toml"})
    values = [reading.expression(root) for root in formats.parse(kind, fragment.text).roots]
    return syntax.Program(tuple(syntax.Export(value.span, value) for value in values))


class _Reading:
    def __init__(self, fragment: Fragment, *, typed: bool) -> None:
        self._fragment = fragment
        self._typed = typed
        self._left = _MOST_NODES

    def expression(self, node: Node, depth: int = 0) -> syntax.Expression:
        self._left -= 1
        if self._left < 0 or depth > MAX_DEPTH:
            raise SyntaxProblem("too large for a file of settings")
        span = self._fragment.outer(node.start, max(node.start, node.end))
        if isinstance(node, Scalar):
            return self._scalar(node)
        if isinstance(node, Mapping):
            return syntax.Map(span, tuple(syntax.Entry(self._key(key), self.expression(child, depth + 1)) for key, child in node.entries))
        return syntax.Seq(span, tuple(self.expression(item, depth + 1) for item in node.items))

    def _key(self, key: Scalar) -> syntax.Str:
        span = self._fragment.outer(key.start, key.end)
        return syntax.Str(span, key.text, span, verbatim=False)

    def _scalar(self, scalar: Scalar) -> syntax.Expression:
        span = self._fragment.outer(scalar.start, scalar.end)
        if self._typed and not scalar.quote:
            if scalar.text.lower() in _PLAIN:
                return syntax.Const(span, _PLAIN[scalar.text.lower()])
            if scalar.text.isdecimal() and len(scalar.text) < 10:  # noqa: PLR2004 - longer is an id, if it is a number at all
                return syntax.Const(span, int(scalar.text))
        whole, *others = templates.alternatives(self._fragment, scalar)
        return syntax.Known(span, (whole, *map(_as_default, others)))


def _as_default(value: Value) -> Value:
    parts = tuple(replace(part, optional="default") if isinstance(part, Text) else part for part in value.parts)
    return replace(value, parts=parts)
