"""From offsets in bytes, which tree-sitter counts in, to offsets in code points."""

from __future__ import annotations

import bisect
import re


class Offsets:
    """The UTF-8 form of a text, and the way back."""

    def __init__(self, text: str) -> None:
        """Encode `text`; what is no text (lone surrogates) becomes as many bytes, so that it is still counted right."""
        self.encoded = text.encode("utf-8", "surrogatepass")
        self._starts: list[int] = []
        self._behind: list[int] = []
        if not text.isascii():
            extra = 0
            for match in re.finditer(r"[^\x00-\x7f]", text):
                self._starts.append(match.start() + extra)
                extra += _width(match.group()) - 1
                self._behind.append(extra)

    def char(self, byte: int) -> int:
        """Give the offset in code points; an offset inside a character gives that character's."""
        if not self._starts:
            return byte
        index = bisect.bisect_right(self._starts, byte - 1) - 1
        return byte - self._behind[index] if index >= 0 else byte


def _width(char: str) -> int:
    return 2 if char < "\u0800" else 3 if char < "\U00010000" else 4
