"""Text of a hostile tree made safe to show: nothing in it moves the cursor, turns the line round, hides, or commands a CI runner."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Controls, format characters (bidi marks and zero-width ones among them), surrogates, private and unassigned ones, line
# and paragraph separators, and every space but the plain one.
_UNSAFE_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_WIDE = frozenset("WF")
# Variation selectors and a few others that take no room although they are no format characters.
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]")

_SURROGATE = re.compile("[\ud800-\udfff]")

# What runners take for commands in what a step prints: Azure's `##vso[` and GitHub's older `##[` anywhere in a line, and GitHub's
# `::error::` where a line begins, which is where wrapping can put any word.
_COMMAND = re.compile(
    r"#(?=#+(?:vso)?\[)"
    r"|:(?=:(?:add-mask|add-matcher|add-path|debug|echo|endgroup|error|group|internal-set-repo-path|notice|remove-matcher|save-state"
    r"|set-env|set-output|stop-commands|warning)(?:::| ))",
    re.IGNORECASE,
)
_HASHES = re.compile("#(?=#)")


def escaped(text: str) -> str:
    r"""Give `text` on one line with every character that does not simply print spelled out: `\x1b`, `\u202e`, `\xff`.

    The first character of what a CI runner would take for a command is spelled out, too.
    """
    if not text.isascii() or not text.isprintable():
        text = "".join(map(_escaped, text))
    return _COMMAND.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


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


def encoded(document: object) -> Iterator[str]:
    """Give JSON in ASCII, piece by piece, so that no terminal and no CI runner is led astray by what a name or a line of code holds."""
    import json  # noqa: PLC0415 - the report for people needs none

    for piece in json.JSONEncoder(indent=2).iterencode(document):
        yield _HASHES.sub(r"\\u0023", piece)
    yield "\n"
