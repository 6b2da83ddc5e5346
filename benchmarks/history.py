"""Histories to measure: one that somebody has, and smaller ones cut from it to see how time grows with size."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


class Size(NamedTuple):
    """How much a repository holds."""

    commits: int
    """That its names reach."""
    blobs: int
    bytes: int
    """Of the blobs, unpacked."""


def size(repository: Path) -> Size:
    """Count what is in a repository."""
    shape = ["cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectsize)", "--unordered", "--buffer"]
    blobs = [int(line.split()[1]) for line in _git(repository, shape).splitlines() if line.startswith(b"blob")]
    return Size(int(_git(repository, ["rev-list", "--all", "--count"])), len(blobs), sum(blobs))


def parts(repository: Path, place: Path, shares: Sequence[float]) -> Iterator[Path]:
    """Make bare repositories in `place` that hold the oldest shares of a repository's commits, each packed once."""
    commits = _git(repository, ["rev-list", "--reverse", "--first-parent", "HEAD"]).split()
    for share in shares:
        tip = commits[int(len(commits) * share) - 1]
        part = place / f"{share:.0%}.git"
        subprocess.run(["git", "init", "--quiet", "--bare", str(part)], check=True)
        packing = subprocess.Popen(
            ["git", "-C", str(repository), "pack-objects", "--revs", "--stdout", "--quiet"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        indexing = subprocess.Popen(["git", "-C", str(part), "index-pack", "--stdin"], stdin=packing.stdout, stdout=subprocess.DEVNULL)
        packing.communicate(tip + b"\n")
        if packing.returncode or indexing.wait():
            raise RuntimeError(f"a part of '{repository}' could not be made")
        _git(part, ["update-ref", "HEAD", tip.decode("ascii")])
        yield part


def _git(repository: Path, arguments: Sequence[str]) -> bytes:
    return subprocess.run(["git", "-C", str(repository), *arguments], stdout=subprocess.PIPE, check=True).stdout
