"""Sources: where bytes come from. Each lists what there is in batches, and reads a batch, perhaps in another process."""

from __future__ import annotations

import errno
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from sealguard.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.model import Origin

BATCH_BYTES: Final = 4 * 1024 * 1024
"""A batch is closed at this size, so that workers end at about the same time; one larger file is a batch of its own."""
BATCH_FILES: Final = 2000

_REASONS: Final = {
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
    errno.ENOENT: "it is not there any more",
    errno.ENOTDIR: "it is not there any more",
    errno.ELOOP: "it is a symbolic link",
    errno.ENAMETOOLONG: "its path is too long",
    errno.EIO: "input/output error",
}


@dataclass(slots=True)
class Batch:
    """Files of one kind that are read together. Lists rather than objects: nothing is made for a file before triage keeps it."""

    paths: list[bytes] = field(default_factory=list)
    objects: list[bytes] = field(default_factory=list)
    """For git's objects: the id of each path's content."""
    size: int = 0
    """In bytes, as far as it is known."""
    tracked: bool | None = None
    """As in `SourceFile.tracked`, for all of them."""

    @property
    def full(self) -> bool:
        """Whether it is time for the next one."""
        return self.size >= BATCH_BYTES or len(self.paths) >= BATCH_FILES

    def after(self, number: int) -> Batch:
        """Give what is left when the first `number` files are done."""
        return Batch(self.paths[number:], self.objects[number:], tracked=self.tracked)

    def chosen(self, numbers: Sequence[int]) -> Batch:
        """Give those of its files that have these numbers, from 0."""
        objects = [self.objects[number] for number in numbers] if self.objects else []
        return Batch([self.paths[number] for number in numbers], objects, tracked=self.tracked)

    def pieces(self, count: int) -> Iterator[Batch]:
        """Divide it into about `count` batches, files of one extension side by side: who takes one loads few languages."""
        step = max(1, -(-len(self.paths) // count))
        order = sorted(range(len(self.paths)), key=lambda index: extension(self.paths[index]))
        for at in range(0, len(order), step):
            yield self.chosen(order[at : at + step])


def extension(path: bytes) -> bytes:
    """Give what stands behind the last dot of a file's name, if there is one."""
    _, dot, behind = path.rpartition(b"/")[2].rpartition(b".")
    return behind if dot else b""


class Source(Protocol):
    """A place where bytes come from. It can be sent to another process before it has listed anything."""

    @property
    def origin(self) -> Origin:
        """What kind of place it is."""

    @property
    def root(self) -> str:
        """The directory that paths are relative to, for reports."""

    def batches(self) -> Iterator[Batch | Skipped]:
        """List what there is to read, and what will not be read."""

    def around(self) -> Iterator[Batch]:
        """List the files that are not to be scanned, but that what is scanned may draw on."""

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give path and content of each file of a batch, or why there is no content."""


def why(error: OSError) -> str:
    """Say in a few words why something could not be read."""
    return _REASONS.get(error.errno or 0) or (os.strerror(error.errno).lower() if error.errno else "it cannot be read")


def too_large(limit: int) -> str:
    """Say that a file is beyond the configured size."""
    return f"it is larger than {limit:,} bytes ('max-file-size')"


def skipped(path: bytes, reason: str, *, incomplete: bool = True) -> Skipped:
    """Make a `Skipped` of a path as the file system spells it."""
    return Skipped(path.decode("utf-8", "surrogateescape"), reason, incomplete)


def within(path: bytes, chosen: Sequence[bytes]) -> bool:
    """Tell whether `path` is one of `chosen` or lies below one; an empty path among them is the root itself."""
    return any(not one or path == one or path.startswith(one + b"/") for one in chosen)
