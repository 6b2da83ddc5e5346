"""The byte scan that drops almost every file: which signals a file's raw bytes give, before anybody decodes them.

A signal is no finding. It says that a file can hold something that a rule is about; what drops no file that matters and
keeps few others is right here. Two engines give the same answers: Hyperscan, one pass over all patterns at several GB/s,
and a portable one that looks for literals first and is faster while there is little to look at, because it needs neither
an import nor a database.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    Engine = Callable[[bytes], frozenset[str]]

NAME: Final = "name"
"""A name of Sealmetrics in some spelling, or a configured name or host."""
API_KEY: Final = "api-key"
JWT: Final = "jwt"
WEBHOOK: Final = "webhook"
SPLIT: Final = "split"
"""A string that begins as a key does, with another one beside it."""
BASE64: Final = "base64"
HEX: Final = "hex"
REVERSED: Final = "reversed"
ESCAPED: Final = "escaped"
"""`sm_`, at least one of its characters written as `%5f`, `\\x5f`, `\\u005f`, `\\137` or `&#95;`."""
CODES: Final = "codes"
"""`115, 109, 95`: the characters of `sm_` as numbers."""
SUPPRESSION: Final = "suppression"
"""A comment that suppresses something: one that no finding needs any more is told of."""

HYPERSCAN_FROM: Final = 500_000
"""After how many bytes Hyperscan's import and database (10 to 25 ms together) are paid back."""


class Pattern(NamedTuple):
    """What gives a signal."""

    regex: bytes
    """Common to `re` and Hyperscan: no look-around, no captures. No start of a match may be tried more than once for each run of
    the characters it repeats, so that `re` is linear too."""
    literals: tuple[bytes, ...]
    """Lower case; every match has one of these in its lower-case form."""


def _any(*options: bytes) -> bytes:
    return b"(?:" + b"|".join(options) + b")"


# A credential begins where no character of its own stands before it, or only the last one of an escape: `\nsm_`, `%20sm_`.
_ESCAPE_BEFORE: Final = rb"\\[abfnrtv]|%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}"
_BEFORE_WORD: Final = rb"(?:^|[^A-Za-z0-9_]|" + _ESCAPE_BEFORE + rb")"
_BEFORE_BASE64: Final = rb"(?:^|[^A-Za-z0-9_-]|" + _ESCAPE_BEFORE + rb")"
_MODE: Final = rb"(?:live_|test_)?"


def _wide(text: bytes, follow: bytes = b"", count: int = 0) -> bytes:
    """Spell literal text in UTF-16 or UTF-32 of either byte order, followed by `count` characters of a class."""
    # The NULs between two characters are the same in either order; those around the whole differ, and are not asked for.
    units = [re.escape(text[at : at + 1]) for at in range(len(text))] + [follow] * count
    return rb"\x00{1,3}".join(units)


def _spelled(*words: bytes) -> Pattern:
    """Find words in a row in any case, joined by one separator or none, in UTF-8, UTF-16 or UTF-32."""
    narrow = rb"(?:[-_. /:\\]|\xc2\xa0)?".join(map(re.escape, words))
    wide = rb"(?:\x00{1,3}[-_. /:\\])?\x00{1,3}".join(map(_wide, words))
    return Pattern(rb"(?i:" + narrow + b"|" + wide + b")", (max(words, key=len), words[0][:1] + b"\0"))


def _escaped() -> Pattern:
    """Find `sm_` with at least one character written as an escape, and a token's length of characters or escapes after it."""

    def forms(char: str) -> bytes:
        code = ord(char)
        hexed, octal = f"{code:02x}", f"{code:03o}"
        either = _any(hexed.encode(), hexed.upper().encode())
        return _any(
            rb"%" + either,
            rb"\\x" + either,
            rb"\\u(?:00|\{0{0,4})" + either + rb"\}?",
            rb"\\" + octal.encode(),
            rb"&#0{0,4}" + str(code).encode() + b";",
            rb"&#[xX]0{0,4}" + either + b";",
            *([b"&lowbar;"] if char == "_" else []),
        )

    s, m, u = forms("s"), forms("m"), forms("_")
    head = _any(s + _any(b"m", m) + _any(b"_", u), b"s" + m + _any(b"_", u), b"sm" + u)
    codes = [f"{lead}{ord(char):02x}".encode() for char in "sm_" for lead in ("%", "\\x", "\\u00")]
    octals = [f"\\{ord(char):03o}".encode() for char in "sm_"]
    return Pattern(head + rb"[A-Za-z0-9\\%&#;{}]{16}", (*codes, *octals, rb"\u{", b"&#", b"&lowbar;"))


def _codes() -> Pattern:
    """Find the characters of a key as a list of numbers: `[115, 109, 95, ...]`, `chr(115) . chr(109)`, `0x73, 0x6d`."""
    gap = rb"[^0-9A-Za-z]{1,6}(?:\[?[Cc][Hh]a?[Rr][A-Za-z]{0,4}[^0-9A-Za-z]{1,4})?"
    numbers = (_any(b"115", b"0[xX]73"), _any(b"109", b"0[xX]6[dD]"), _any(b"95", b"0[xX]5[fF]"))
    return Pattern(rb"\b" + gap.join(numbers) + rb"(?:" + gap + rb"(?:0[xX])?[0-9A-Fa-f]{2,3}){15}", (b"115", b"0x73"))


PATTERNS: Final[Mapping[str, tuple[Pattern, ...]]] = {
    NAME: (_spelled(b"seal", b"metrics"),),
    API_KEY: (
        Pattern(_BEFORE_WORD + b"sm_" + _MODE + rb"[A-Za-z0-9]{16}", (b"sm_",)),
        Pattern(_wide(b"sm_", b"[A-Za-z0-9_]", 16), (b"s\0",)),
    ),
    JWT: (
        Pattern(_BEFORE_BASE64 + rb"eyJ[A-Za-z0-9_-]{6,}\.eyJ", (b"eyj",)),
        Pattern(_wide(b"eyJ", b"[A-Za-z0-9_-]", 16), (b"e\0",)),
    ),
    WEBHOOK: (
        Pattern(_BEFORE_WORD + rb"whsec_[A-Za-z0-9+/]{16}", (b"whsec_",)),
        Pattern(_wide(b"whsec_", b"[A-Za-z0-9+/]", 16), (b"w\0",)),
    ),
    SPLIT: (Pattern(rb"""["'`]sm_""" + _MODE + rb"""[A-Za-z0-9]{0,60}["'`][ \t]{0,8}(?:[+.,&|\\~]|\r?\n)""", (b"sm_",)),),
    BASE64: (Pattern(rb"(?:^|[^A-Za-z0-9+/_-]|" + _ESCAPE_BEFORE + rb")c21f[A-Za-z0-9+/_-]{20}", (b"c21f",)),),
    HEX: (Pattern(rb"(?:^|[^0-9A-Fa-f]|" + _ESCAPE_BEFORE + rb")736[dD]5[fF][0-9A-Fa-f]{32}", (b"736d5f",)),),
    REVERSED: (Pattern(rb"(?:^|[^A-Za-z0-9])[A-Za-z0-9]{24,}(?:_tset|_evil)?_ms\b", (b"_ms",)),),
    ESCAPED: (_escaped(),),
    CODES: (_codes(),),
    SUPPRESSION: (Pattern(rb"sealguard:[ \t]{0,8}ignore", (b"sealguard:",)),),
}


def configured(hosts: Iterable[str], names: Iterable[str]) -> tuple[Pattern, ...]:
    """Give the patterns of configured host names and names; a name may have a separator between any two of its characters."""
    letters = ([char.encode() for char in re.sub(r"[-_. ]", "", name.lower())] for name in names)
    spelled = (_spelled(*chars)._replace(literals=()) for chars in letters if chars)
    return (*(_spelled(host.lower().removeprefix("*.").encode()) for host in hosts), *spelled)


class Triage:
    """What a file's bytes say, by signal. The engine changes when enough has been looked at; the answers do not."""

    def __init__(
        self,
        patterns: Mapping[str, Sequence[Pattern]] = PATTERNS,
        *,
        extra: Sequence[Pattern] = (),
        cache: Path | None = None,
        portable: bool = False,
    ) -> None:
        """Take patterns by signal, and `extra` ones that give the signal `NAME`.

        `cache` is the directory of compiled databases (none: every process compiles its own); `portable` keeps Hyperscan out.
        """
        self._patterns = [(signal, pattern) for signal, listed in patterns.items() for pattern in listed]
        self._patterns += [(NAME, pattern) for pattern in extra]
        self._cache = cache
        self._left = -1 if portable else HYPERSCAN_FROM
        self._engine: Engine = _Portable(self._patterns)

    def signals(self, content: bytes) -> frozenset[str]:
        """Give the signals of a file's bytes; none: no rule has anything to say about it."""
        if self._left > 0:
            self._left = max(0, self._left - len(content))
            if not self._left:
                self.prepare()
        return self._engine(content)

    def prepare(self) -> None:
        """Take the fast engine from now on, if there is one on this machine: before a large scan, and before workers are made."""
        if self._left < 0:
            return
        self._left = 0
        from sealguard import hyperscan_database  # noqa: PLC0415 - small scans do without

        fast = hyperscan_database.engine(self._patterns, self._cache)
        if fast is not None:
            self._engine = fast


class _Portable:
    """Triage with `bytes.find` and `re` alone. A pattern is compiled when one of its literals is first seen."""

    def __init__(self, patterns: Sequence[tuple[str, Pattern]]) -> None:
        self._patterns = patterns
        self._compiled: dict[bytes, re.Pattern[bytes]] = {}
        self._literals = sorted({literal for _, pattern in patterns for literal in pattern.literals})

    def __call__(self, content: bytes) -> frozenset[str]:
        lowered = content.lower()
        present = {literal for literal in self._literals if literal in lowered}
        found: set[str] = set()
        for signal, (regex, literals) in self._patterns:
            if signal not in found and (not literals or not present.isdisjoint(literals)) and self._search(regex, content):
                found.add(signal)
        return frozenset(found)

    def _search(self, regex: bytes, content: bytes) -> bool:
        compiled = self._compiled.get(regex)
        if compiled is None:
            compiled = self._compiled[regex] = re.compile(regex)
        return compiled.search(content) is not None
