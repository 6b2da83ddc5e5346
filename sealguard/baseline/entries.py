"""The file of a baseline: what its entries are, how it is read and how it is written."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sealguard.config import ConfigError, nearest, parse_date, quoted, read_file, shown
from sealguard.model import MASK, Finding
from sealguard.secrecy import looks_random

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Key = tuple[str, str, str]

VERSION: Final = 1
MAX_SIZE: Final = 32 * 1024 * 1024
"""In bytes: some hundred thousand entries."""
SALT_BYTES: Final = 32
LONGEST_NOTE: Final = 500
"""How long a reason or an owner may be, in code points."""
LONGEST_PATH: Final = 4096
"""In code points."""

_HEADER: Final = "sealguard-baseline"
# The prefixes keep other scanners from taking a salt or a fingerprint for a key: a colon is in no alphabet they know.
_SALT = re.compile(r"hex:([0-9a-f]{64})")
_FINGERPRINT = re.compile(r"hmac:([0-9a-f]{32})")
_RULE = re.compile(r"[a-z][a-z0-9-]{0,63}")
_NOTE = re.compile(rf"[^\x00-\x1f\x7f]{{1,{LONGEST_NOTE}}}")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)")
_WORD = re.compile(r"[A-Za-z0-9_+=-]{16,}")


@dataclass(frozen=True, slots=True)
class Entry:
    """Findings that are accepted: of one rule, in one file, about one secret or one piece of code."""

    path: str
    """Relative to the baseline's directory, or to the configuration's where that names the baseline."""
    rule: str
    fingerprint: str
    count: int = 1
    """How many such findings the file may have."""
    history: bool = False
    """Whether it is about what only commits hold: it covers nothing in the files that are there."""
    expires: dt.date | None = None
    """The last day on which it counts."""
    owner: str = ""
    reason: str = ""
    line: int = field(default=0, compare=False)
    """Where it was read, from 1."""

    @property
    def key(self) -> Key:
        """What no two entries share."""
        return (self.path, self.rule, self.fingerprint)

    @property
    def note(self) -> str:
        """Reason, owner and expiry in one phrase that is safe to show."""
        details = [f"owner: {self.owner}" if self.owner else "", f"until {self.expires}" if self.expires else ""]
        return veiled(" ".join(filter(None, [self.reason, f"({', '.join(filter(None, details))})" if any(details) else ""])))


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline as it was read, or as it is to be written."""

    file: Path
    prefix: str = ""
    """The root of the scan as the paths of entries see it: empty, or ending in `/`."""
    salt: bytes = field(default_factory=lambda: os.urandom(SALT_BYTES), repr=False)
    """What fingerprints are keyed with, in every scan that is compared with it."""
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    text: str = field(default="", repr=False)
    """What the file holds."""

    def key(self, finding: Finding) -> Key:
        """Give what an entry for `finding` goes by."""
        return (self.prefix + finding.path, finding.rule, finding.fingerprint)

    def entry(self, finding: Finding) -> Entry | None:
        """Give the entry that is about `finding`, made with this salt, whether or not it is in force.

        A finding of history is about all places where its credential ever was, and one of them that is accepted will do.
        """
        if not finding.fingerprint:
            return None
        if finding.exposure is None:
            entry = self.entries.get(self.key(finding))
            return None if entry is None or entry.history else entry
        paths = (finding.path, *(place.path for place in finding.exposure.places))
        keys = ((self.prefix + path, finding.rule, finding.fingerprint) for path in paths)
        return next((self.entries[key] for key in keys if key in self.entries), None)


# Reading -------------------------------------------------------------------------------------------------------------


def load_baseline(file: Path, prefix: str) -> Baseline:
    """Read a baseline; `prefix` is as in `Baseline`. Raises `ConfigError` where it cannot be read, or is none."""
    where = shown(file)
    if not os.path.lexists(file):
        raise ConfigError(f"{where}: There is no such baseline; run 'sealguard baseline create'.")
    content = read_file(file, "baseline", MAX_SIZE, links=False)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ConfigError(f"{where}: The baseline is not UTF-8; restore it, or remove it and run 'sealguard baseline create'.") from None
    salt, entries = _parse(text, where)
    return Baseline(file, prefix, salt, entries, text)


def _parse(text: str, where: str) -> tuple[bytes, dict[Key, Entry]]:
    salt: bytes | None = None
    entries: dict[Key, Entry] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if _CONFLICT.match(line):
            raise ConfigError(
                f"{where}:{number}: A merge left a conflict here; keep the entries of both sides and one first line,"
                " remove the marks, and run 'sealguard baseline update'."
            )
        try:
            table = _table(line)
            if salt is None:
                salt = _header(table)
                continue
            entry = _entry(table, number)
        except _FaultError as fault:
            raise ConfigError(f"{where}:{number}: {fault}") from None
        if entry.key in entries:
            raise ConfigError(
                f"{where}:{number}: This repeats the entry of line {entries[entry.key].line}; keep the one whose reason holds."
            )
        entries[entry.key] = entry
    if salt is None:
        raise ConfigError(f"{where}: The baseline is empty; remove it and run 'sealguard baseline create'.")
    return salt, entries


class _FaultError(ValueError):
    """What is wrong with a line, as a sentence that quotes nothing of it."""


def _table(line: str) -> dict[str, Any]:
    try:
        table = json.loads(line, object_pairs_hook=_pairs)
    except _FaultError:
        raise
    except (ValueError, RecursionError):
        raise _FaultError(
            "This is no line of a baseline, which is a JSON object each; mend or remove it. "
            "('sealguard baseline create --from' reads detect-secrets' baseline.)"
        ) from None
    if not isinstance(table, dict):
        raise _FaultError("This is no line of a baseline, which is a JSON object each; mend or remove it.")
    return table


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table: dict[str, Any] = {}
    for key, value in pairs:
        if key in table:
            raise _FaultError(f"The line has {quoted(key)} twice; remove one.")
        table[key] = value
    return table


def _header(table: dict[str, Any]) -> bytes:
    version, salt = table.get(_HEADER), table.get("salt")
    found = _SALT.fullmatch(salt) if isinstance(salt, str) else None
    if isinstance(version, int) and not isinstance(version, bool) and version > VERSION:
        raise _FaultError("The baseline was written by a newer sealguard; update sealguard.")
    if version is not VERSION or found is None or len(table) != 2:  # noqa: PLR2004 - version and salt
        raise _FaultError(
            f"A baseline begins with a line that has '{_HEADER}': {VERSION} and a 'salt'; restore it, or remove the file and run"
            " 'sealguard baseline create'."
        )
    return bytes.fromhex(found[1])


def _entry(table: dict[str, Any], line: int) -> Entry:
    for key in table:
        if key not in _FIELDS:
            raise _FaultError(f"There is no key {quoted(key)}{nearest(key[:64], _FIELDS)}; correct or remove it.")
    for key in ("path", "rule", "fingerprint"):
        if key not in table:
            raise _FaultError(f"The entry has no '{key}'; restore or remove the line.")
    values = {}
    for key, value in table.items():
        what, read = _FIELDS[key]
        values[key] = read(value)
        if values[key] is None:
            raise _FaultError(f"'{key}' must be {what}.")
    return Entry(**values, line=line)


def _matching(pattern: re.Pattern[str], group: int = 0) -> Callable[[object], str | None]:
    def read(value: object) -> str | None:
        found = pattern.fullmatch(value) if isinstance(value, str) else None
        return found[group] if found else None

    return read


def _count(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1_000_000 else None  # noqa: PLR2004 - more than any file has


def _path(value: object) -> str | None:
    if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_PATH:
        return None
    try:
        value.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character that no path of a file system can hold
        return None
    return value


_FIELDS: Final[dict[str, tuple[str, Callable[[object], Any]]]] = {
    "path": ("a path", _path),
    "rule": ("a rule's id", _matching(_RULE)),
    "fingerprint": ("'hmac:' and 32 hex digits", _matching(_FINGERPRINT, 1)),
    "count": ("a whole number from 1 up", _count),
    "history": ("true", lambda value: value if value is True else None),
    "expires": ("a date such as '2030-01-31'", parse_date),
    "owner": (f"text of one line of up to {LONGEST_NOTE} characters", _matching(_NOTE)),
    "reason": (f"text of one line of up to {LONGEST_NOTE} characters", _matching(_NOTE)),
}
"""What an entry may say, in the order in which it is written: what each must be, and how it is read."""


# Writing -------------------------------------------------------------------------------------------------------------


def rendered(baseline: Baseline) -> str:
    """Give a baseline as its file holds it: the same entries always give the same text."""
    lines = [{_HEADER: VERSION, "salt": f"hex:{baseline.salt.hex()}"}]
    lines += (_fields(baseline.entries[key]) for key in sorted(baseline.entries))
    return "".join(_line(line) + "\n" for line in lines)


def _fields(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {"path": entry.path, "rule": entry.rule, "fingerprint": f"hmac:{entry.fingerprint}"}
    if entry.count > 1:
        said["count"] = entry.count
    if entry.history:
        said["history"] = True
    if entry.expires:
        said["expires"] = entry.expires.isoformat()
    return said | {key: value for key, value in (("owner", entry.owner), ("reason", entry.reason)) if value}


def _line(table: Mapping[str, Any]) -> str:
    text = json.dumps(table, ensure_ascii=False)
    # Letters stay readable; what does not print (bytes of a path that are no UTF-8, marks that turn a line round) is spelled out.
    return text if text.isprintable() else "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in text)


def check_note(text: str) -> str:
    """Give back a reason or an owner that may be written. Raises `ValueError`, which says what it must be."""
    text = text.strip()
    if len(text) > LONGEST_NOTE or not text.isprintable():
        raise ValueError(f"one line of up to {LONGEST_NOTE} characters")
    if veiled(text) != text:
        raise ValueError("words: it seems to hold a secret, which must not be written down again")
    return text


def veiled(text: str) -> str:
    """Hide what could be a secret in a line that somebody wrote into a baseline."""
    return _WORD.sub(lambda word: MASK if looks_random(word[0]) else word[0], text)
