"""Text of a hostile tree made safe to show: nothing in it moves the cursor, turns the line round, or hides."""

from __future__ import annotations

import re
import unicodedata

# Controls, format characters (bidi marks and zero-width ones among them), surrogates, private and unassigned ones, line
# and paragraph separators, and every space but the plain one.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_WIDE = frozenset("WF")
# Variation selectors and a few others that take no room although they are no format characters.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")

_SURROGATE = re.compile("[\ud800-\udfff]")


def escaped(text: str) -> str:
    r"""Give `text` on one line with every character that does not simply print spelled out: `\x1b`, `\u202e`, `\xff`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_escaped, text))


def _escaped(char: str) -> str:
    if char == " " or (unicodedata.category(char) not in _UNSAFE_CATEGORIES and not _INVISIBLE.match(char)):
        return char
    code = ord(char)
    if 0xDC80 <= code <= 0xDCFF:  # noqa: PLR2004 - a byte that is no UTF-8, as `surrogateescape` keeps it
        code -= 0xDC00
    if code <= 0xFF:  # noqa: PLR2004 - two hex digits
        return {"\t": "\\t", "\n": "\\n", "\r": "\\r"}.get(char, f"\\x{code:02x}")
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"  # noqa: PLR2004 - four hex digits


def readable(text: str) -> str:
    r"""Give text that every encoding of Unicode can hold: bytes of a path that are no UTF-8 are spelled `\xff`."""
    return _SURROGATE.sub(lambda found: _escaped(found[0]), text)


def uri(path: str) -> str:
    """Give a relative path as a URI reference, percent-encoded byte by byte."""
    from urllib.parse import quote  # noqa: PLC0415 - the report for people needs none

    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def cells(text: str) -> int:
    """Count the cells of a terminal that escaped text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def _cells(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1
