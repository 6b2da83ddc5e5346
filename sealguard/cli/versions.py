"""`sealguard --version`: which version this is, and with `-v` those of all that a bug report should name."""

from __future__ import annotations

import platform
import re
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"[A-Za-z0-9._-]+")


def told(*, everything: bool) -> Iterator[str]:
    """Give the version, and with `everything` the interpreter, the system, git, and each library that sealguard asks for."""
    yield f"sealguard {version('sealguard')}\n"
    if not everything:
        return
    from sealguard.sources import git  # noqa: PLC0415 - only a bug report needs it

    names = sorted({found[0] for line in requires("sealguard") or () if (found := _NAME.match(line))})
    rows = {
        "python": f"{platform.python_version()} ({platform.python_implementation()})",
        "platform": platform.platform(),
        "git": git.version() or "missing",
        **{name: _version(name) for name in names},
    }
    width = max(map(len, rows))
    yield from (f"  {name:<{width}}  {value}\n" for name, value in rows.items())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
