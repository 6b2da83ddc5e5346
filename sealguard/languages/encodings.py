"""Text that hides other text in plain sight: base64, hexadecimal, percent signs, escapes, character codes, reversal.

Only what decodes to something that begins like a credential is of interest, so every pattern starts with what such a
beginning looks like once encoded: the cost is one linear pass.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LONGEST: Final = 4096
"""How much encoded text is decoded at once; a credential is far shorter."""
_STARTS: Final = ("sm_", "whsec_", "eyJ", "Bearer ")


def _base64(text: str) -> str:
    raw = text.rstrip("=").translate(str.maketrans("-_", "+/"))
    return base64.b64decode(raw + "=" * (-len(raw) % 4)).decode("ascii")


def _hexadecimal(text: str) -> str:
    return bytes.fromhex(text).decode("ascii")


def _escape(text: str) -> str:
    return re.sub(r"\\(?:x|u00|u\{)([0-9A-Fa-f]{2})\}?", lambda match: chr(int(match.group(1), 16)), text)


def _codes(text: str) -> str:
    numbers = [int(number, 0) for number in re.findall(r"0x[0-9A-Fa-f]{2}|\d{2,3}", text)]
    return bytes(numbers).decode("ascii")


def _alternatives(encode: Callable[[str], str]) -> str:
    return "|".join(re.escape(encode(start)) for start in _STARTS)


def _base64_start(start: str) -> str:
    # Only whole groups of three bytes have one spelling.
    return base64.b64encode(start[: len(start) // 3 * 3].encode()).decode()


def _code_start(start: str, base: str) -> str:
    return r"\s{0,9},\s{0,9}".join(f"0[xX]{ord(char):02x}" if base == "x" else str(ord(char)) for char in start[:3])


_PATTERNS: Final[tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...]] = (
    ("base64", re.compile(rf"(?<![A-Za-z0-9+/_-])(?:{_alternatives(_base64_start)})[A-Za-z0-9+/_-]{{24,{_LONGEST}}}={{0,2}}"), _base64),
    (
        "hex",
        re.compile(
            rf"(?<![0-9A-Za-z])(?:{_alternatives(lambda start: start.encode().hex())})(?:[0-9a-f]{{2}}){{16,{_LONGEST}}}(?![0-9A-Za-z])",
            re.IGNORECASE,
        ),
        _hexadecimal,
    ),
    ("percent", re.compile(r"(?:%73|s)(?:%6[dD]|m)(?:%5[fF]|_)(?:%[3-7][0-9A-Fa-f]|[A-Za-z0-9_]){24,300}"), unquote),
    (
        "escape",
        re.compile(
            r"(?:\\(?:x|u00|u\{)(?:73|77|65|42)\}?|(?<![A-Za-z0-9_])[sweB])(?:\\(?:x|u00|u\{)[3-7][0-9A-Fa-f]\}?|[A-Za-z0-9_]){23,300}",
        ),
        _escape,
    ),
    (
        "chr",
        re.compile(
            rf"(?:{'|'.join(_code_start(start, base) for start in _STARTS for base in ('d', 'x'))})"
            rf"(?:\s{{0,9}},\s{{0,9}}(?:0[xX][0-9A-Fa-f]{{2}}|\d{{2,3}})){{16,600}}"
        ),
        _codes,
    ),
    ("reverse", re.compile(r"(?<![A-Za-z0-9_])[A-Za-z0-9_]{24,300}(?:_ms|_ceshw)(?![A-Za-z0-9_])"), lambda text: text[::-1]),
)


def hidden(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Give (encoding, decoded text, start, end) of what `text` hides; the caller judges whether it is a credential."""
    for name, pattern, decode in _PATTERNS:
        if not _possible(name, text):
            continue
        for match in pattern.finditer(text):
            raw = match.group()
            if (name == "percent" and "%" not in raw) or (name == "escape" and "\\" not in raw):
                continue
            try:
                decoded = decode(raw)
            except (ValueError, binascii.Error):
                continue
            if decoded.startswith(_STARTS):
                yield name, decoded, match.start(), match.end()


def _possible(name: str, text: str) -> bool:
    """Tell cheaply whether a pattern has anything to look at."""
    if name == "escape":
        return "\\x" in text or "\\u" in text
    if name == "percent":
        return "%" in text
    if name == "reverse":
        return "_ms" in text or "_ceshw" in text
    return True
