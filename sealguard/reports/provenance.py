"""Where a scanned tree comes from, read from git's own files: no program runs, and nothing is believed that has no plain form."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Final

from sealguard.reports import Provenance
from sealguard.sources import git

_LIMIT: Final = 1024 * 1024
_REVISION = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_BRANCH = re.compile(r"ref: refs/heads/([A-Za-z0-9._/-]{1,200})")
_REMOTE = re.compile(r'^\[remote "origin"\]\s*$(?:\n(?!\[)[^\n]*)*?\n\s*url\s*=\s*"?([^\s"]{1,400})"?\s*$', re.MULTILINE)
# User and password are left behind, as are port, query and fragment: any of them can hold a token.
_WEB = re.compile(r"(?:https?|ssh|git)://(?:[^/@\s]*@)?([A-Za-z0-9.-]+)(?::\d+)?/([A-Za-z0-9._~/-]+)(?:[?#].*)?")
_SCP = re.compile(r"(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]+\.[A-Za-z]{2,}):([A-Za-z0-9._~/-]+)")


def provenance(root: str) -> Provenance:
    """Say which repository, revision and branch the tree at `root` is; what cannot be told stays empty."""
    repository = git.find(root)
    if repository is None:
        return Provenance()
    directory = _directory(Path(repository.directory))
    common = directory / _read(directory / "commondir").strip() if (directory / "commondir").is_file() else directory
    head = _read(directory / "HEAD").strip()
    branch = _BRANCH.fullmatch(head)
    return Provenance(
        repository=_remote(_read(common / "config")),
        revision=_revision(common, branch[1]) if branch else (head if _REVISION.fullmatch(head) else ""),
        branch=branch[1] if branch else "",
    )


def _directory(place: Path) -> Path:
    """Follow the file that a submodule or a linked work tree has for a `.git`."""
    if place.is_dir():
        return place
    name = _read(place).removeprefix("gitdir:").strip()
    return place.parent / name


def _revision(common: Path, branch: str) -> str:
    name = f"refs/heads/{branch}"
    if ".." not in branch and _REVISION.fullmatch(loose := _read(common / name).strip()):
        return loose
    for line in _read(common / "packed-refs").splitlines():
        revision, _, ref = line.partition(" ")
        if ref == name and _REVISION.fullmatch(revision):
            return revision
    return ""


def _remote(config: str) -> str:
    found = _REMOTE.search(config)
    if not found:
        return ""
    place = _WEB.fullmatch(found[1]) or _SCP.fullmatch(found[1])
    return f"https://{place[1]}/{place[2].lstrip('/')}" if place else ""


def _read(path: Path) -> str:
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return ""
            return stream.read(_LIMIT).decode("utf-8", "replace").replace("\r\n", "\n")
    except (OSError, ValueError):  # not there, or a name that the tree made up
        return ""
