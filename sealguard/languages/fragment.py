"""A piece of one language inside a document of another, and the way back to the outer offsets."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sealguard.facts import Text
from sealguard.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.model import Document

Piece = tuple[str, int, int]
"""Inner text, and the half-open range of the outer text that spells it."""


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
    shown: tuple[int, ...] = ()
    """Inner offsets at which a notebook's cells end: an expression that ends a cell there is printed."""

    @classmethod
    def whole(cls, document: Document, language: str, base: int = 0) -> Fragment:
        """Take a whole document; `base` is where its offsets begin, where it is another one's neighbour."""
        size = len(document.text)
        return cls(document, language, document.text, (Run(0, base, size, size),))

    @classmethod
    def slice(cls, document: Document, language: str, span: Span) -> Fragment:
        """Take one stretch of a document as it stands."""
        size = span.end - span.start
        return cls(document, language, document.slice(span), (Run(0, span.start, size, size),))

    def outer(self, start: int, end: int) -> Span:
        """Map a half-open range of the inner text to the outer document."""
        if len(self.runs) == 1 and self.runs[0].verbatim and end <= self.runs[0].length:
            shift = self.runs[0].outer
            return Span(start + shift, end + shift)
        return Span(self._offset(start, last=False), self._offset(end, last=True))

    def verbatim(self, start: int, end: int) -> bool:
        """Tell whether the outer document spells `text[start:end]` letter for letter, in one piece."""
        first = max(0, bisect.bisect_right(self.runs, start, key=lambda run: run.inner) - 1)
        run = self.runs[first] if self.runs else None
        return run is not None and run.verbatim and end <= run.inner + run.length

    def _offset(self, inner: int, *, last: bool) -> int:
        if not self.runs:
            return 0
        # The end of a range belongs to the run of its last character, not to the run that begins there.
        probe = inner - 1 if last and inner > 0 else inner
        index = max(0, bisect.bisect_right(self.runs, probe, key=lambda run: run.inner) - 1) if len(self.runs) > 1 else 0
        run = self.runs[index]
        if run.verbatim:
            return run.outer + min(inner - run.inner, run.length)
        if last:
            return run.outer + run.outer_length
        return run.outer

    def part(self, start: int, end: int, text: str | None = None) -> Text:
        """Take a stretch of the inner text as a `Text`; `text` is what it stands for, where that is not what it spells."""
        shown = self.text[start:end] if text is None else text
        span = self.outer(start, end) if start < end else Span(self.outer(start, start).start, self.outer(start, start).start)
        return Text(shown, span, verbatim=self.document.slice(span) == shown)

    def nest(self, language: str, pieces: Iterable[Piece], shown: tuple[int, ...] = ()) -> Fragment:
        """Take text that this fragment spells in `pieces` as a fragment of its own, mapped to the same document."""
        runs: list[Run] = []
        texts: list[str] = []
        at = 0
        for text, start, end in pieces:
            if not text:
                continue
            if len(text) == end - start:
                for run in self._between(start, end):
                    _append(runs, Run(at + run.inner - start, run.outer, run.length, run.outer_length))
            else:
                span = self.outer(start, end)
                runs.append(Run(at, span.start, len(text), span.end - span.start))
            texts.append(text)
            at += len(text)
        return Fragment(self.document, language, "".join(texts), tuple(runs), shown)

    def _between(self, start: int, end: int) -> Iterator[Run]:
        index = max(0, bisect.bisect_right(self.runs, start, key=lambda run: run.inner) - 1)
        while index < len(self.runs) and self.runs[index].inner < end:
            run = self.runs[index]
            low, high = max(start, run.inner), min(end, run.inner + run.length)
            if low < high and run.verbatim:
                yield Run(low, run.outer + low - run.inner, high - low, high - low)
            elif low < high:
                yield Run(low, run.outer, high - low, run.outer_length)
            index += 1


def _append(runs: list[Run], run: Run) -> None:
    """Add a run, as a part of the last one where the two are one stretch."""
    last = runs[-1] if runs else None
    if last and last.verbatim and run.verbatim and last.outer + last.length == run.outer and last.inner + last.length == run.inner:
        runs[-1] = Run(last.inner, last.outer, last.length + run.length, last.length + run.length)
    else:
        runs.append(run)
