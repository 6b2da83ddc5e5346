"""What the next commit adds or changes, as the index has it: a file that is staged in part is judged by that part."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sealguard.gitignore import Rules, ignores_below
from sealguard.model import Origin, Skipped
from sealguard.sources import Batch, git, skipped, too_large, within
from sealguard.sources.worktree import DEFAULT_LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Staged:
    """The index of the repository around `start`, or of the one that git runs a hook for."""

    start: str = "."
    paths: tuple[str, ...] = ()
    """Files and directories that it is restricted to, relative to `start`; none: everything."""
    exclude: tuple[str, ...] = ()
    """As in `Worktree`."""
    prefix: str = ""
    """As in `Worktree`."""
    limit: int = DEFAULT_LIMIT
    """The largest file that is read, in bytes."""

    @property
    def origin(self) -> Origin:
        """The index."""
        return Origin.INDEX

    @property
    def root(self) -> str:
        """The top of the work tree. Raises `git.GitError` where there is no repository."""
        return self._repository.top

    @property
    def _repository(self) -> git.Repository:
        repository = git.of_environment(self.start)
        if repository is None:
            raise git.GitError("there is no git repository here")
        return repository

    def batches(self) -> Iterator[Batch | Skipped]:
        """List changed files in the index's order. Raises `git.GitError`."""
        entries, unmerged = git.staged(self._repository)
        chosen = self._chosen()
        rules = (Rules("\n".join(self.exclude).encode()),) if self.exclude else ()
        prefix = self.prefix.encode()

        def wanted(path: bytes) -> bool:
            return (chosen is None or within(path, chosen)) and not ignores_below(rules, prefix + path)

        yield from (skipped(path, "its merge is not finished") for path in unmerged if wanted(path))
        batch = Batch(tracked=True)
        for entry in entries:
            if not wanted(entry.path):
                continue
            batch.paths.append(entry.path)
            batch.objects.append(entry.object)
            if batch.full:
                yield batch
                batch = Batch(tracked=True)
        if batch.paths:
            yield batch

    def around(self) -> Iterator[Batch]:
        """List the rest of the index: what the commit leaves as it is."""
        entries, _ = git.whole_index(self._repository)
        yield Batch([entry.path for entry in entries], [entry.object for entry in entries], tracked=True)

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Read blobs through one git process."""
        done = 0
        try:
            for path, found in zip(batch.paths, git.contents(self._repository, batch.objects, self.limit), strict=True):
                done += 1
                if found is None:
                    yield skipped(path, "git does not have its content")
                elif isinstance(found[1], int):
                    yield skipped(path, too_large(self.limit))
                else:
                    yield path, found[1]
        except git.GitError as error:
            yield from (skipped(path, str(error)) for path in batch.paths[done:])

    def _chosen(self) -> list[bytes] | None:
        if not self.paths:
            return None
        top = self._repository.top
        base = Path(os.path.realpath(self.start))
        whole = (os.path.normpath(base / path) for path in self.paths)
        relative = (os.fsencode(os.path.relpath(path, top)) for path in whole)
        return [b"" if path == b"." else path for path in relative]
