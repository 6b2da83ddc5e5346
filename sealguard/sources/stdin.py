"""One file from standard input, under the name that it is said to have."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sealguard.model import Origin, Skipped
from sealguard.sources import Batch, skipped, too_large
from sealguard.sources.worktree import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class StandardInput:
    """Content that was read already, so that it can be sent anywhere."""

    content: bytes
    name: str
    """The path that rules and reports go by."""
    limit: int = DEFAULT_LIMIT
    """The largest content that is looked at, in bytes."""
    root: str = "."
    """The directory that `name` is relative to."""

    @classmethod
    def of(cls, stream: BinaryIO, name: str, limit: int = DEFAULT_LIMIT) -> StandardInput:
        """Read a stream, no further than needed to know that it is too long."""
        return cls(stream.read(limit + 1), name, limit)

    @property
    def origin(self) -> Origin:
        """Standard input."""
        return Origin.STDIN

    def batches(self) -> Iterator[Batch | Skipped]:
        """Give the one file."""
        yield Batch([os.fsencode(self.name)], size=len(self.content))

    def around(self) -> Iterator[Batch]:
        """List nothing: it is all there is."""
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give its content."""
        for path in batch.paths:
            yield skipped(path, too_large(self.limit)) if len(self.content) > self.limit else (path, self.content)
