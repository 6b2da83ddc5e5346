"""What string and number literals stand for, in the handful of ways in which languages spell them."""

from __future__ import annotations

import re
from typing import Final

_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|(\r\n|.))",
    re.DOTALL,
)
_LETTERS: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", "e": "\x1b", "0": "\0"}
_LAST: Final = 0x10FFFF
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_NUMBER: Final = re.compile(r"(0[xX][0-9A-Fa-f]+|0[oO][0-7]+|0[bB][01]+|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+)[A-Za-z]{0,3}")
_MOST_DIGITS: Final = 400


def unescape(spelled: str, escapes: str) -> str:
    r"""Resolve the escapes of a literal's content.

    `escapes` is how the language writes them: `backslash`, `few` (only a backslash and quotes are escaped: `\\`, `\'`), `double`
    (a quote is written twice), `backtick` (PowerShell), or `none`.
    """
    if escapes == "none":
        return spelled
    if escapes == "double":
        return spelled.replace('""', '"').replace("''", "'")
    if escapes == "few":
        return re.sub(r"\\([\\'\"])", r"\1", spelled)
    if escapes == "backtick":
        return re.sub(r"`(.)|\"(?=\")", lambda match: _LETTERS.get(match.group(1), match.group(1) or ""), spelled, flags=re.DOTALL)
    if "\\" not in spelled:
        return spelled
    resolved = _ESCAPE.sub(_resolved, spelled)
    if _SURROGATE.search(resolved):
        resolved = resolved.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return resolved


def _resolved(match: re.Match[str]) -> str:
    braced, short, long, byte, octal, plain = match.groups()
    if plain is not None:
        return "" if plain in {"\n", "\r\n"} else _LETTERS.get(plain, plain)
    code = int(octal, 8) if octal is not None else int(braced or short or long or byte, 16)
    return chr(code) if code <= _LAST else match.group()


def number(spelled: str) -> int | float | None:
    """Give the value of a number, or `None` where it is none that can be read."""
    match = _NUMBER.fullmatch(spelled.replace("_", "").replace("'", ""))
    if match is None or len(spelled) > _MOST_DIGITS:
        return None
    digits = match.group(1)
    try:
        return int(digits, 0)
    except ValueError:
        return float(digits) if "." in digits or "e" in digits.lower() else int(digits.lstrip("0") or "0")
