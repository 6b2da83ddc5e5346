"""Lines of source without the secrets in them, and the hash that code scanning knows a line by."""

from __future__ import annotations

import base64
import bisect
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.model import MASK, mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.model import Document, Region, Span

GRAM: Final = 8
"""Any stretch of this many characters of a secret is hidden: pieces of a split one are."""
SHORTEST: Final = 4
"""A shorter secret is hidden only where it is known to stand: anywhere else it would tear words apart."""
WIDTH: Final = 240
"""The longest line shown, in code points; of a longer one the surroundings of the region are."""
BEFORE: Final = 80
"""How much of a longer line is shown before the region."""
SHOWN: Final = 3
"""How many lines of a region are shown."""

CODE: Final = 240
"""How much code tells a finding without a secret from others, from where its region begins, white space left out."""
CODE_BEFORE: Final = 80
"""And how much of what stands before it on its line."""

HASHED: Final = 100
"""How many UTF-16 units GitHub's hash of a line is over, blanks left out."""
_WINDOW: Final = 1000
_BASE: Final = 37
_MODULUS: Final = 2**64


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The lines of a region, and where it begins and ends in the first of them, in code points from 0."""

    lines: tuple[str, ...]
    underline: tuple[int, int]


class Veil:
    """Hides the secrets of one file wherever text of it is shown."""

    def __init__(self, secrets: Iterable[str], spans: Iterable[Span] = ()) -> None:
        """Take the raw texts, and the spans of the document that are hidden whatever is in them."""
        self._grams: dict[int, set[str]] = {}
        self._spans = list(_merged([(span.start, span.end) for span in spans]))
        for secret in set(secrets):
            length = min(len(secret), GRAM)
            if length >= SHORTEST:
                self._grams.setdefault(length, set()).update(secret[at : at + length] for at in range(len(secret) - length + 1))

    def hide(self, text: str) -> str:
        """Give text that is none of the document's without the secrets."""
        return _masked(text, self._covered(text))[0]

    def excerpt(self, document: Document, region: Region) -> Excerpt:
        """Show the lines of a region."""
        lines: list[str] = []
        underline = (0, 0)
        for number in range(region.start_line, min(region.end_line, region.start_line + SHOWN - 1) + 1):
            span = document.line_span(number)
            first = number == region.start_line
            low, high = region.char_offset - span.start if first else 0, span.end - span.start
            left = max(0, low - BEFORE) if high > WIDTH else 0
            right = min(high, left + WIDTH)
            shown, place = self._cut(document, span.start, left, right)
            lines.append((MASK if left else "") + shown + (MASK if right < high else ""))
            if first:
                end = min(region.char_offset + region.char_length - span.start, right)
                underline = (place.start(low) + bool(left), place.end(max(low, end)) + bool(left))
        return Excerpt(tuple(lines), underline)

    def _cut(self, document: Document, start: int, left: int, right: int) -> tuple[str, _Place]:
        """Give a part of the line that begins at `start`, and where its columns went."""
        # A secret that the cut divides is told by its part only if that is a gram long: look a gram further, then cut.
        low = max(start, start + left - GRAM)
        text = document.text[low : start + right + GRAM]
        shown_from, shown_to = start + left - low, start + right - low
        covered = self._covered(text) + self._fixed(low, low + len(text))
        inside = [(max(a, shown_from), min(b, shown_to)) for a, b in covered if a < shown_to and shown_from < b]
        cut = text[shown_from:shown_to]
        shown, place = _masked(cut, [(a - shown_from, b - shown_from) for a, b in inside])
        return shown, _Place(place.edits, left)

    def line_hash(self, document: Document, number: int) -> str:
        """Give GitHub's `primaryLocationLineHash` of a line, from 1, over the text with its secrets hidden."""
        start = document.line_span(number).start
        text = document.text[start : start + _WINDOW]
        shown, _ = _masked(text, self._covered(text) + self._fixed(start, start + len(text)))
        return line_hash(shown)

    def code(self, document: Document, region: Region) -> str:
        """Give the code of a region, with what stands beside it on its lines, so that layout and other lines change nothing.

        White space is left out. Secrets are hidden where they are known to stand, so that a new one in the same place leaves the
        code as it was; a text that looks like one of another line is not, so that the other line has no say in it.
        """
        at = region.char_offset
        low = max(document.line_span(region.start_line).start, at - _WINDOW)
        high = min(document.line_span(region.end_line).end, at + _WINDOW)
        return self._squeezed(document, low, at)[-CODE_BEFORE:] + self._squeezed(document, at, high)[:CODE]

    def _squeezed(self, document: Document, low: int, high: int) -> str:
        text = document.text[low:high]
        pieces = []
        at = 0
        for start, end in self._fixed(low, high):
            pieces.append(text[at:start])
            at = end
        return MASK.join("".join(piece.split()) for piece in (*pieces, text[at:]))

    def _fixed(self, low: int, high: int) -> list[tuple[int, int]]:
        first = bisect.bisect_right(self._spans, low, key=lambda span: span[1])
        last = bisect.bisect_left(self._spans, high, key=lambda span: span[0])
        return [(max(start, low) - low, min(end, high) - low) for start, end in self._spans[first:last]]

    def _covered(self, text: str) -> list[tuple[int, int]]:
        return [
            (at, at + length)
            for length, grams in self._grams.items()
            for at in range(len(text) - length + 1)
            if text[at : at + length] in grams
        ]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an offset went when text was masked."""

    edits: tuple[tuple[int, int, int], ...] = ()
    """Start, end, and the length of what stands there now."""
    left: int = 0

    def start(self, offset: int) -> int:
        """Give where text that begins at `offset` begins now."""
        return self._moved(offset, inside=0)

    def end(self, offset: int) -> int:
        """Give where text that ends at `offset` ends now."""
        return self._moved(offset, inside=1)

    def _moved(self, offset: int, inside: int) -> int:
        offset -= self.left
        moved = 0
        for start, end, length in self.edits:
            if offset <= start:
                break
            if offset < end:
                return start + moved + inside * length
            moved += length - (end - start)
        return offset + moved


def _masked(text: str, covered: list[tuple[int, int]]) -> tuple[str, _Place]:
    edits: list[tuple[int, int, int]] = []
    out: list[str] = []
    at = 0
    for start, end in _merged(covered):
        shown = mask(text[start:end])
        out += (text[at:start], shown)
        edits.append((start, end, len(shown)))
        at = end
    return "".join(out) + text[at:], _Place(tuple(edits))


def _merged(ranges: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in sorted(ranges):
        if current is None:
            current = (start, end)
        elif start <= current[1]:
            current = (current[0], max(current[1], end))
        else:
            yield current
            current = (start, end)
    if current:
        yield current


def spellings(secret: str) -> Iterator[str]:
    """Give a secret as it stands, and as code may spell it: in base64, in hex, backwards."""
    yield secret
    raw = secret.encode("utf-8", "surrogatepass")
    yield base64.b64encode(raw).decode().rstrip("=")
    yield base64.urlsafe_b64encode(raw).decode().rstrip("=")
    yield raw.hex()
    yield raw.hex().upper()
    yield secret[::-1]


def line_hash(text: str) -> str:
    """Give GitHub's hash of the line that `text` begins with; what follows the line counts too, for `HASHED` units.

    After https://github.com/github/codeql-action, `src/fingerprints.ts`; without the occurrence number at the end.
    """
    normal = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "")
    units = (normal[:HASHED] + "\uffff").encode("utf-16-le", "surrogatepass")[: 2 * HASHED]
    units += b"\0" * (2 * HASHED - len(units))
    value = 0
    for at in range(0, 2 * HASHED, 2):
        value = (value * _BASE + units[at] + 256 * units[at + 1]) % _MODULUS
    return f"{value:x}"
