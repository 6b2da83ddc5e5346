"""A piece of one language inside a document of another, and the way back to the outer offsets."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sealguard.model import Span

if TYPE_CHECKING:
    from sealguard.model import Document


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of inner text that the outer text spells in one piece; `verbatim`, letter for letter."""

    inner: int
    outer: int
    length: int
    """In inner code points."""
    outer_length: int

    @property
    def verbatim(self) -> bool:
        """Whether inner and outer text are the same, so that every offset in between can be mapped."""
        return self.length == self.outer_length


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text to be read as `language`; `runs` say where in `document` it is spelled, in order, without gaps in the inner text."""

    document: Document
    language: str
    text: str
    runs: tuple[Run, ...]

    @classmethod
    def whole(cls, document: Document, language: str) -> Fragment:
        """Take a whole document."""
        size = len(document.text)
        return cls(document, language, document.text, (Run(0, 0, size, size),))

    @classmethod
    def slice(cls, document: Document, language: str, span: Span) -> Fragment:
        """Take one stretch of a document as it stands."""
        size = span.end - span.start
        return cls(document, language, document.slice(span), (Run(0, span.start, size, size),))

    def outer(self, start: int, end: int) -> Span:
        """Map a half-open range of the inner text to the outer document."""
        return Span(self._offset(start, last=False), self._offset(end, last=True))

    def _offset(self, inner: int, *, last: bool) -> int:
        if not self.runs:
            return 0
        # The end of a range belongs to the run of its last character, not to the run that begins there.
        probe = inner - 1 if last and inner > 0 else inner
        index = max(0, bisect.bisect_right(self.runs, probe, key=lambda run: run.inner) - 1)
        run = self.runs[index]
        if run.verbatim:
            return run.outer + min(inner - run.inner, run.length)
        if last:
            return run.outer + run.outer_length
        return run.outer
