"""Where reports are written: a stream that may not hold every character, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class OutputError(OSError):
    """A file that cannot be written. The message is one line that names it."""


def check_target(path: Path) -> None:
    """Raise `OutputError` where a report could not be written to `path`, before a long scan rather than after it."""
    if _is_stream(path):
        return
    if path.is_dir() and not path.is_symlink():
        raise OutputError(f"'{path}' is a directory; name a file in it.")
    if not path.parent.is_dir():
        raise OutputError(f"'{path}' cannot be written: there is no directory '{path.parent}'.")
    if not os.access(path.parent, os.W_OK):
        raise OutputError(f"'{path}' cannot be written: the directory '{path.parent}' is not writable.")


def write(path: Path, pieces: Iterable[str]) -> None:
    """Write a report to a temporary neighbour of `path` and rename it, so that nobody reads half of it.

    A symbolic link at `path` is replaced, not followed: whoever put it there does not choose what is overwritten. Pipes
    and terminals (`/dev/stdout`) are written as they are. Raises `OutputError`.
    """
    try:
        if _is_stream(path):
            with path.open("w", encoding="utf-8") as stream:
                stream.writelines(pieces)
            return
        _replace(path, pieces)
    except OSError as error:
        raise OutputError(f"'{path}' cannot be written: {(error.strerror or type(error).__name__).lower()}.") from None


def append(path: Path, pieces: Iterable[str]) -> None:
    """Write a report behind what is in a file already. Raises `OutputError`."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
    except OSError as error:
        raise OutputError(f"'{path}' cannot be written: {(error.strerror or type(error).__name__).lower()}.") from None


def _is_stream(path: Path) -> bool:
    # Links below /dev are the system's own; anywhere else, a link to a device is somebody's trap.
    look = os.stat if path.absolute().parent in {Path("/dev"), Path("/dev/fd")} else os.lstat
    try:
        mode = look(path).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISCHR(mode) or (look is os.stat and stat.S_ISREG(mode))


def _replace(path: Path, pieces: Iterable[str]) -> None:
    neighbour = path.with_name(f".{path.name}.{secrets.token_hex(8)}.tmp")
    descriptor = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(pieces)
        neighbour.replace(path)
    except BaseException:
        with suppress(OSError):
            neighbour.unlink()
        raise
