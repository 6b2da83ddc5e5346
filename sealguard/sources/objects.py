"""git's objects as sources: every one of a repository or of a range, to be sifted; and chosen versions of files, to be judged."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.gitignore import Rules, ignores_below
from sealguard.model import Origin, Skipped
from sealguard.sources import Batch, git, skipped, too_large, why
from sealguard.sources.worktree import DEFAULT_LIMIT, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sealguard.sources.commits import Extent
    from sealguard.sources.git import Repository
    from sealguard.sources.timeline import Version

BATCH_OBJECTS: Final = 16_384
"""Neighbours in a pack are often made from each other, and a git process that reads many of them at a stretch makes each but once."""
READ: Final = frozenset({b"blob", b"commit", b"tag"})
BATCH_VERSIONS: Final = 64
"""Few, because each of those that were sifted needs a closer look."""


@dataclass(frozen=True, slots=True)
class Objects:
    """Every object of a repository that can hold text: blobs, commits and tags, in the order in which they are packed."""

    repository: Repository
    extent: Extent | None = None
    """Only what this part of history brings; none: all objects there are."""
    limit: int = DEFAULT_LIMIT
    """The largest object that is read as a whole, in bytes."""

    @property
    def origin(self) -> Origin:
        """A commit."""
        return Origin.COMMIT

    @property
    def root(self) -> str:
        """The top of the work tree, or the bare repository."""
        return self.repository.top

    def batches(self) -> Iterator[Batch | Skipped]:
        """List the objects; what stands for a file's path is the object's id. Raises `git.GitError`."""
        names: list[bytes] = []
        for name in self._names():
            names.append(name)
            if len(names) == BATCH_OBJECTS:
                yield Batch(names, names)
                names = []
        if names:
            yield Batch(names, names)

    def _names(self) -> Iterator[bytes]:
        if self.extent is not None:
            with git.opened(self.repository, "rev-list", "--objects", "--missing=print", "--stdin", given=self.extent.lines) as lines:
                for line in lines:
                    name, _, _ = line.rstrip(b"\n").partition(b" ")
                    if not name.startswith(b"?"):
                        yield name
            return
        shape = ("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)", "--unordered", "--buffer")
        with git.opened(self.repository, *shape) as lines:
            for line in lines:
                if not line.endswith(b" tree\n"):  # of all there are the most of these
                    yield line.partition(b" ")[0]

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give id and content of each object that can hold text, a large one's in overlapping pieces."""
        done = 0
        try:
            for name, found in zip(batch.objects, git.contents(self.repository, batch.objects, self.limit), strict=True):
                done += 1
                if found is None:
                    yield skipped(b"object " + name, "git does not have it")
                    continue
                kind, content = found
                if kind not in READ:
                    continue
                if isinstance(content, bytes):
                    yield name, content
                else:
                    yield from ((name, piece) for piece in git.pieces(self.repository, name))
        except git.GitError as error:
            yield skipped(b"object " + batch.objects[done], f"{error} ({len(batch.objects) - done:,} objects from here on)")


@dataclass(frozen=True, slots=True)
class Versions:
    """Chosen versions of files, and the messages of commits and tags."""

    repository: Repository
    versions: tuple[Version, ...]
    exclude: tuple[str, ...] = ()
    """As in `Worktree`."""
    prefix: str = ""
    """As in `Worktree`."""
    limit: int = DEFAULT_LIMIT
    """The largest file that is read, in bytes."""
    at_once: int = BATCH_VERSIONS
    """How many are read together."""
    large: Mapping[bytes, Path] = field(default_factory=dict)
    """For blobs that only point to a content, the files that have it."""

    @property
    def origin(self) -> Origin:
        """A commit."""
        return Origin.COMMIT

    @property
    def root(self) -> str:
        """The top of the work tree, or the bare repository."""
        return self.repository.top

    def batches(self) -> Iterator[Batch | Skipped]:
        """List the versions that are not excluded, those of one file together."""
        rules = (Rules("\n".join(self.exclude).encode()),) if self.exclude else ()
        prefix = self.prefix.encode()
        batch = Batch(tracked=True)
        for path, name in self.versions:
            if ignores_below(rules, prefix + path):
                continue
            batch.paths.append(path)
            batch.objects.append(name)
            if len(batch.paths) == self.at_once:
                yield batch
                batch = Batch(tracked=True)
        if batch.paths:
            yield batch

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give path and content of each version; of a commit or a tag, its message."""
        done = 0
        try:
            for path, found in zip(batch.paths, git.contents(self.repository, batch.objects, self.limit), strict=True):
                done += 1
                if found is None:
                    yield skipped(path, "git does not have its content")
                elif isinstance(found[1], int):
                    yield skipped(path, too_large(self.limit))
                elif found[0] != b"blob":
                    yield path, found[1].partition(b"\n\n")[2]
                elif file := self.large.get(batch.objects[done - 1]):
                    content = read_file(os.fsencode(file), self.limit)
                    yield (path, content) if isinstance(content, bytes) else skipped(path, content)
                else:
                    yield path, found[1]
        except (git.GitError, OSError) as error:
            reason = why(error) if isinstance(error, OSError) else str(error)
            yield from (skipped(path, reason) for path in batch.paths[done:])
