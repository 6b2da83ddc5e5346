"""Triage's fast engine: a Hyperscan database of all patterns, kept on disk because compiling it takes 0.2 s.

A cached database is code in all but name, so it is believed only where nobody else could have put it.
"""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import hyperscan

    from sealguard.triage import Pattern

_FORMAT: Final = b"sealguard-triage-1\n"
_MAX_SIZE: Final = 64 * 1024 * 1024
_NOTHING: Final[frozenset[str]] = frozenset()


def engine(patterns: Sequence[tuple[str, Pattern]], cache: Path | None) -> Callable[[bytes], frozenset[str]] | None:
    """Give what tells the signals of a file's bytes, or `None` where Hyperscan is not to be had."""
    try:
        import hyperscan  # noqa: F401, PLC0415 - 20 ms, and no wheel on some platforms

        database = _database([pattern.regex for _, pattern in patterns], cache)
    except Exception:  # noqa: BLE001 - whatever is wrong with the library or this processor, the portable engine gives the same answers
        return None
    names = [signal for signal, _ in patterns]
    scan = database.scan

    def signals(content: bytes) -> frozenset[str]:
        hits: list[int] = []
        scan(content, match_event_handler=_collect, context=hits)
        return frozenset([names[hit] for hit in hits]) if hits else _NOTHING

    return signals


def cache_directory(scanned: Path) -> Path | None:
    """Give the directory of compiled databases, or `None` where there can be no safe one.

    It is the user's own (`XDG_CACHE_HOME` or `~/.cache`) and never inside the tree that is `scanned`.
    """
    if not hasattr(os, "geteuid"):  # who may write a file cannot be told from its mode here
        return None
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        if not base.is_absolute() or base.resolve().is_relative_to(scanned.resolve()):
            return None
    except (OSError, RuntimeError):  # no home, or a loop of links
        return None
    return base / "sealguard"


def _collect(pattern: int, _start: int, _end: int, _flags: int, hits: object) -> None:
    cast("list[int]", hits).append(pattern)


def _database(regexes: Sequence[bytes], cache: Path | None) -> hyperscan.Database:
    import hyperscan  # noqa: PLC0415 - see `engine`

    version: str = hyperscan.__version__  # type: ignore[attr-defined] # its stubs forget it
    path = cache / f"{_key(regexes, version)}.hsdb" if cache else None
    stored = _load(path) if path else None
    if stored is not None:
        try:
            database = hyperscan.loadb(stored, hyperscan.HS_MODE_BLOCK)
            database.scratch = hyperscan.Scratch(database)
        except hyperscan.error:  # made for another processor
            pass
        else:
            return database
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    # One report a pattern is enough, and saves the calls back into Python.
    database.compile(expressions=list(regexes), ids=list(range(len(regexes))), flags=hyperscan.HS_FLAG_SINGLEMATCH)
    if path:
        _store(path, hyperscan.dumpb(database))
    return database


def _key(regexes: Sequence[bytes], version: str) -> str:
    machine = os.uname() if hasattr(os, "uname") else None
    parts = [version.encode(), *([machine.sysname.encode(), machine.machine.encode()] if machine else []), *regexes]
    return hashlib.sha256(b"".join(b"%d:%s" % (len(part), part) for part in parts)).hexdigest()[:32]


def _load(path: Path) -> bytes | None:
    """Read a cached database, or give `None` where it is not there, not whole, or not surely this user's own."""
    try:
        if not _private(path.parent.lstat(), stat.S_ISDIR):
            return None
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as stream:  # noqa: PTH123 - it is a descriptor, not a path
            status = os.fstat(descriptor)
            if not _private(status, stat.S_ISREG) or status.st_size > _MAX_SIZE:
                return None
            content = stream.read(_MAX_SIZE)
    except OSError:
        return None
    head = len(_FORMAT) + hashlib.sha256().digest_size
    body = content[head:]
    return body if content[:head] == _FORMAT + hashlib.sha256(body).digest() else None


def _private(status: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """Tell whether a file of the right kind is this user's, and nobody else may write to it."""
    return is_kind(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _store(path: Path, body: bytes) -> None:
    """Write a database beside its place and rename it; where that fails the next run compiles again."""
    import tempfile  # noqa: PLC0415 - it pulls in every kind of compression, and a database is written once

    try:
        path.parent.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if not _private(path.parent.lstat(), stat.S_ISDIR):
            return
        descriptor, neighbour = tempfile.mkstemp(prefix=".", suffix=".new", dir=path.parent)  # mode 0600
        try:
            with open(descriptor, "wb") as stream:  # noqa: PTH123 - it is a descriptor, not a path
                stream.write(_FORMAT + hashlib.sha256(body).digest() + body)
            Path(neighbour).replace(path)
        except BaseException:
            Path(neighbour).unlink(missing_ok=True)
            raise
    except OSError:
        return
