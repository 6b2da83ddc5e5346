"""What is on the other end of standard output: how wide it is, whether it shows colours, which characters it can hold."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Final

import click

from sealguard.model import MASK

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

DEFAULT_WIDTH: Final = 80

_GLYPHS: Final = f"{MASK}\u00b7"
# What could be a secret that was pasted in the wrong place.
_TOKEN = re.compile(r"(?=[A-Za-z0-9_+/=.-]*[0-9])[A-Za-z0-9_+/=.-]{16,}")


def use_color(choice: str, stream: TextIO) -> bool:
    """Tell whether to write colours: `always`, `never`, or `auto`, which asks `NO_COLOR`, `FORCE_COLOR` and the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width(stream: TextIO) -> int:
    """Give the terminal's width in cells, what `COLUMNS` says, or 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def holds_unicode(stream: TextIO) -> bool:
    """Tell whether a stream's encoding has the characters that reports are drawn with."""
    try:
        _GLYPHS.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class ReaderGoneError(Exception):
    """Whoever read standard output has stopped."""


def write(pieces: Iterable[str]) -> None:
    """Write to standard output; what its encoding does not have is spelled out. Raises `ReaderGoneError`."""
    stream = sys.stdout
    encoding = stream.encoding or "ascii"
    try:
        for piece in pieces:
            stream.write(piece.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        raise ReaderGoneError from None


class WrongUseError(click.ClickException):
    """What somebody typed cannot be meant. The message is one line that is safe to show and names the way out."""


def veiled(message: str) -> str:
    """Hide what could be a secret in a message that repeats what somebody typed."""
    return _TOKEN.sub(MASK, message)
