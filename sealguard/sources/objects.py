"""git's objects as sources: every one of a repository or of a range, to be sifted; and chosen versions of files, to be judged."""

from __future__ import annotations

import itertools
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from sealguard.gitignore import Rules, ignores_below
from sealguard.model import Origin, Skipped
from sealguard.sources import Batch, git, skipped, too_large, why
from sealguard.sources.commits import borrows, has_packed
from sealguard.sources.worktree import DEFAULT_LIMIT, read_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sealguard.sources.commits import Extent, Version
    from sealguard.sources.git import Repository

BATCH_OBJECTS: Final = 16_384
"""Neighbours in a pack are often made from each other, and a git process that reads many of them at a stretch makes each but once."""
READ: Final = frozenset({b"blob", b"commit", b"tag"})
GIVEN_UP: Final = 100
"""How often git may give up in a batch."""
BATCH_VERSIONS: Final = 64
"""Few, because each of those that were sifted needs a closer look."""
_GIVEN: Final = frozenset({b"tree", b"parent", b"object", b"type", b"encoding", b"gpgsig", b"gpgsig-sha256"})
"""What stands in the head of a commit or a tag and is nobody's text."""


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
        """List the objects; what stands for a file's path is the object's id."""
        names: list[bytes] = []
        try:
            for name in self._names():
                names.append(name)
                if len(names) == BATCH_OBJECTS:
                    yield Batch(names, names)
                    names = []
        except git.GitError as error:
            yield Skipped(".", f"not all of its objects could be listed: {error}")
        if names:
            yield Batch(names, names)

    def _names(self) -> Iterator[bytes]:
        if self.extent is None:
            yield from self._all_names()
            return
        with git.opened(self.repository, "rev-list", "--objects", "--missing=print", "--stdin", given=self.extent.lines) as lines:
            for line in lines:
                name, _, _ = line.rstrip(b"\n").partition(b" ")
                if not name.startswith(b"?"):
                    yield name

    def _all_names(self) -> Iterator[bytes]:
        listed = 0
        with git.opened(self.repository, *git.ALL_OBJECTS, "--batch-check=%(objectname) %(objecttype)", "--unordered") as lines:
            for line in lines:
                listed += 1
                if not line.endswith(b" tree\n"):  # of all there are the most of these
                    yield line.partition(b" ")[0]
        # The order in a pack can be read from a file beside it, which can be made up to leave objects out.
        if not (has_packed(self.repository, ".rev") or borrows(self.repository)):
            return
        with git.opened(self.repository, *git.ALL_OBJECTS, "--batch-check=%(objectname)") as lines:
            count = sum(1 for _ in lines)
        if count != listed:
            with git.opened(self.repository, *git.ALL_OBJECTS, "--batch-check=%(objectname)") as lines:
                yield from (line.rstrip(b"\n") for line in lines)

    def around(self) -> Iterator[Batch]:
        """List nothing: it is all there is."""
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give id and content of each object that can hold text, a large one's in overlapping pieces."""
        for name, found in zip(batch.objects, _each(self.repository, batch.objects, self.limit), strict=True):
            if isinstance(found, str):
                yield skipped(b"object " + name, found)
                continue
            kind, content = found
            if kind not in READ:
                continue
            if isinstance(content, bytes):
                yield name, content
                continue
            try:
                yield from ((name, piece) for piece in git.pieces(self.repository, kind, name))
            except git.GitError as error:
                yield skipped(b"object " + name, str(error))


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

    def around(self) -> Iterator[Batch]:
        """List nothing: it is all there is."""
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Give path and content of each version; of a commit or a tag, its message and what else somebody wrote into it."""
        answers = _each(self.repository, batch.objects, self.limit)
        for path, name, found in zip(batch.paths, batch.objects, answers, strict=True):
            if isinstance(found, str):
                yield skipped(path, found)
            elif isinstance(found[1], int):
                yield skipped(path, too_large(self.limit))
            elif found[0] != b"blob":
                yield path, _written(found[1])
            elif file := self.large.get(name):
                yield _large(path, file, self.limit)
            else:
                yield path, found[1]


def _large(path: bytes, file: Path, limit: int) -> tuple[bytes, bytes] | Skipped:
    """Give what Git LFS keeps of a path."""
    try:
        content = read_file(os.fsencode(file), limit)
    except OSError as error:
        content = why(error)
    return (path, content) if isinstance(content, bytes) else skipped(path, content)


def _each(repository: Repository, names: Sequence[bytes], limit: int) -> Iterator[tuple[bytes, bytes | int] | str]:
    """Give what `git.contents` gives of each object, or why it gives nothing; git that gives up at one is asked for the others anew."""
    done = 0
    for _ in range(GIVEN_UP):
        try:
            for found in git.contents(repository, names[done:], limit):
                done += 1
                yield "git does not have its content" if found is None else found
        except git.GitError as error:
            if done < len(names):
                done += 1
                yield str(error)
        if done == len(names):
            return
    yield from itertools.repeat("git gave up too often", len(names) - done)


def _written(content: bytes) -> bytes:
    """Give the message of a commit or a tag, so that lines count from its first, and the names and merged tags of the head behind it."""
    head, _, message = content.partition(b"\n\n")
    fields = re.split(rb"\n(?! )", head)
    return message + b"".join(b"\n" + field for field in fields if field.partition(b" ")[0] not in _GIVEN)
