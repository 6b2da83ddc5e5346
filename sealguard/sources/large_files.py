"""Contents that Git LFS keeps beside git's objects: a commit has a short text in their place, which points to them."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.model import Origin, Skipped
from sealguard.sources import BATCH_FILES, Batch, skipped, why
from sealguard.sources.worktree import DEFAULT_LIMIT, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARK: Final = b"version https://git-lfs.github.com/spec/v1\n"
"""How every pointer begins."""
_POINTER: Final = re.compile(re.escape(MARK) + rb"(?:ext-[^\n]{1,200}\n)*oid sha256:([0-9a-f]{64})\nsize \d+\n?")


def pointed_at(content: bytes) -> bytes | None:
    """Give the id of the content that a pointer stands for; `None` for what is none."""
    found = _POINTER.fullmatch(content)
    return found[1] if found else None


@dataclass(frozen=True, slots=True)
class LargeFiles:
    """Those contents that are here."""

    directory: Path
    """The `lfs/objects` of a repository."""
    wanted: frozenset[bytes] = frozenset()
    """The ids of those that are read."""
    limit: int = DEFAULT_LIMIT
    """The largest file that is read, in bytes."""

    @property
    def origin(self) -> Origin:
        """A commit."""
        return Origin.COMMIT

    @property
    def root(self) -> str:
        """The directory."""
        return str(self.directory)

    def batches(self) -> Iterator[Batch | Skipped]:
        """List the contents; what stands for a file's path is the content's id."""
        names = sorted(self.names())
        for at in range(0, len(names), BATCH_FILES):
            yield Batch(names[at : at + BATCH_FILES], names[at : at + BATCH_FILES])

    def names(self) -> Iterator[bytes]:
        """Give the ids of those that are here."""
        for _, _, files in os.walk(os.fsencode(self.directory)):
            yield from self.wanted.intersection(files)

    def around(self) -> Iterator[Batch]:
        """List nothing: it is all there is."""
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give id and content."""
        for name in batch.paths:
            try:
                content = read_file(os.fsencode(self.path(name)), self.limit)
            except OSError as error:
                content = why(error)
            yield (name, content) if isinstance(content, bytes) else skipped(b"large file " + name, content)

    def path(self, name: bytes) -> Path:
        """Give the file of a content."""
        text = name.decode("ascii")
        return self.directory / text[:2] / text[2:4] / text

    def pointer(self, name: bytes, *, long: bool) -> bytes:
        """Give the id of the blob that points to a content, `long` in a repository with SHA-256 ids. Raises `OSError`."""
        import hashlib  # noqa: PLC0415 - a clean run has no use for it, and it takes 8 ms

        text = MARK + b"oid sha256:%s\nsize %d\n" % (name, self.path(name).stat().st_size)
        blob = b"blob %d\0%s" % (len(text), text)
        return (hashlib.sha256(blob) if long else hashlib.sha1(blob, usedforsecurity=False)).hexdigest().encode()
