"""Stretches of a file that are taken: whether another one touches them, in logarithmic time, since a hostile file has very many."""

from __future__ import annotations

import bisect
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sealguard.model import Span


class Places:
    """A set of stretches, those that touch each other merged."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        """Take `spans` in any order."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def touch(self, span: Span) -> bool:
        """Tell whether `span` shares a code point with one of them."""
        index = bisect.bisect_left(self._starts, span.end)
        return index > 0 and self._ends[index - 1] > span.start

    def claim(self, span: Span) -> bool:
        """Add `span` if none of them touches it, and tell whether it was added."""
        if self.touch(span):
            return False
        index = bisect.bisect_left(self._starts, span.start)
        self._starts.insert(index, span.start)
        self._ends.insert(index, span.end)
        return True
