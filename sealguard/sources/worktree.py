"""The files of a directory, git or not: what `.gitignore` leaves, and every tracked file, which is committed whatever it says.

Links are not followed, what is no regular file is never opened, and whatever could not be read is said.
"""

from __future__ import annotations

import bisect
import os
import stat
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sealguard.gitignore import Rules, ignores, ignores_below
from sealguard.model import Origin, Skipped
from sealguard.sources import Batch, git, skipped, too_large, why

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEFAULT_LIMIT: Final = 64 * 1024 * 1024
"""In bytes."""

_FLAGS: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a FIFO that took a file's place must not make us wait
)


def scan_root(paths: Sequence[str]) -> str:
    """Give the directory that the paths of a scan are relative to: the repository's top, else what the paths have in common."""
    tops = []
    for path in paths:
        whole = os.path.realpath(path if Path(path).is_dir() else Path(path).parent)
        repository = git.find(whole)
        tops.append(repository.top if repository else whole)
    return os.path.commonpath(tops)


@dataclass(frozen=True, slots=True)
class Worktree:
    """What is on disk below some paths."""

    paths: tuple[str, ...] = (".",)
    """Directories, and files, which are scanned even where they are ignored."""
    root: str = field(default="")
    """What paths in reports are relative to; the default is `scan_root(paths)`."""
    exclude: tuple[str, ...] = ()
    """Patterns as in `.gitignore`; what they match is not scanned, tracked or named or not."""
    prefix: str = ""
    """The root as the patterns of `exclude` see it: empty, or ending in `/`."""
    limit: int = DEFAULT_LIMIT
    """The largest file that is read, in bytes."""
    gitignore: bool = True
    """Whether `.gitignore` is honored."""

    def __post_init__(self) -> None:
        """Find the root where none is given."""
        object.__setattr__(self, "root", os.path.realpath(self.root) if self.root else scan_root(self.paths))

    @property
    def origin(self) -> Origin:
        """The worktree."""
        return Origin.WORKTREE

    def batches(self) -> Iterator[Batch | Skipped]:
        """List files, sorted within a directory."""
        return _Walk(self).run()

    def around(self) -> Iterator[Batch]:
        """List nothing: it is all there is."""
        yield from ()

    def read(self, batch: Batch) -> Iterator[tuple[bytes, bytes] | Skipped]:
        """Read files that the list named; they may have changed since."""
        base = os.fsencode(self.root).rstrip(b"/") + b"/"
        for path in batch.paths:
            try:
                content = read_file(base + path, self.limit)
            except OSError as error:
                yield skipped(path, why(error))
                continue
            if isinstance(content, str):
                yield skipped(path, content)
            else:
                yield path, content


def read_file(path: bytes, limit: int) -> bytes | str:
    """Give a regular file's content, or why there is none; nothing else is waited for or followed. Raises `OSError`."""
    descriptor = os.open(path, _FLAGS)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return "it is not a regular file any more"
        if status.st_size > limit:
            return too_large(limit)
        # One byte more than there should be: less than asked for is the end.
        content = os.read(descriptor, status.st_size + 1)
        if len(content) == status.st_size > 0:
            return content
        chunks, size = [content], len(content)
        while content and size <= limit:  # it grows while it is read, or has no size (procfs)
            content = os.read(descriptor, 1 << 20)
            chunks.append(content)
            size += len(content)
        return b"".join(chunks) if size <= limit else too_large(limit)
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class _Place:
    """A directory still to be listed, and what holds in it."""

    path: bytes
    """Relative to the root, empty or ending in `/`."""
    rules: tuple[Rules, ...] = ()
    inside: bool = False
    """Whether it is in a repository that git could read."""
    ignored: bool = False
    """Whether it is ignored as a whole, so that only tracked files are looked for."""


class _Walk:
    """One listing: what is tracked, what has been seen, and the batches being filled."""

    def __init__(self, source: Worktree) -> None:
        self._source = source
        self._root = os.fsencode(source.root).rstrip(b"/") + b"/"
        self._tracked: set[bytes] = set()
        self._sorted: list[list[bytes]] = []
        self._repositories: set[bytes] = set()
        self._exclude = (Rules("\n".join(source.exclude).encode()),) if source.exclude else ()
        self._prefix = source.prefix.encode()
        self._open: dict[bool | None, Batch] = {}
        self._named: set[bytes] = set()
        """Files and directories that were named and are done."""
        self._problems: set[Skipped] = set()

    def run(self) -> Iterator[Batch | Skipped]:
        directories = []
        for path in self._source.paths:
            if Path(path).is_dir():
                directories.append(os.path.realpath(path))
            else:
                yield from self._file(path)
        # What is named itself comes before what it lies in, which then leaves it out.
        for directory in sorted(set(directories), reverse=True):
            yield from self._directory(directory)
        yield from self._problems
        yield from (batch for batch in self._open.values() if batch.paths)

    # Starting points -------------------------------------------------------------------------------------------------

    def _relative(self, whole: str) -> bytes | None:
        path = os.fsencode(whole)
        if path + b"/" == self._root or path == self._root:
            return b""
        return path[len(self._root) :] if path.startswith(self._root) else None

    def _directory(self, whole: str) -> Iterator[Batch | Skipped]:
        path = self._relative(whole)
        if path is None:
            yield skipped(os.fsencode(whole), "it is outside the root of the scan")
            return
        if path and ignores_below(self._exclude, self._prefix + path + b"/."):
            return
        here = path + b"/" if path else b""
        place = _Place(here)
        repository = git.find(whole)
        top = self._relative(repository.top) if repository else None
        if repository and top is not None:
            inside = self._repository(repository, top, path)
            rules = self._rules_above(repository, top + b"/" if top else b"", here)
            # Whoever names a directory that is ignored as a whole means it: the rules that ignore it are left aside.
            named = path != top and ignores_below(rules, path + b"/.")
            place = _Place(here, () if named else rules, inside)
        yield from self._walk(place)
        self._named.add(path)

    def _file(self, path: str) -> Iterator[Batch | Skipped]:
        whole = Path(os.path.realpath(Path(path).parent), Path(path).name)
        relative = self._relative(str(whole))
        if relative is None:
            yield skipped(os.fsencode(whole), "it is outside the root of the scan")
            return
        if relative in self._named or ignores_below(self._exclude, self._prefix + relative):
            return
        self._named.add(relative)
        try:
            status = whole.lstat()
        except OSError as error:
            yield skipped(relative, why(error))
            return
        if not stat.S_ISREG(status.st_mode):
            yield skipped(relative, "it is a symbolic link" if stat.S_ISLNK(status.st_mode) else "it is not a regular file")
            return
        repository = git.find(str(whole.parent))
        top = self._relative(repository.top) if repository else None
        inside = repository is not None and top is not None and self._repository(repository, top, b"")
        yield from self._add(relative, status.st_size, tracked=(relative in self._tracked) if inside else None)

    def _repository(self, repository: git.Repository, top: bytes, below: bytes) -> bool:
        """Learn what a repository tracks, or the part that is below a directory; tell whether git could say."""
        if top in self._repositories:
            return True
        part = below[len(top) :].removeprefix(b"/") if below.startswith(top) else b""
        try:
            listed = git.tracked(repository, part)
        except git.GitError as error:
            self._problems.add(
                skipped(top + b"/.git" if top else b".git", f"{error}, so tracked files that are ignored were not looked for")
            )
            return False
        if not part:
            self._repositories.add(top)
        self._learn(top + b"/" if top else b"", listed)
        return True

    def _learn(self, top: bytes, listed: list[bytes]) -> None:
        whole = [top + path for path in listed] if top else listed
        self._tracked.update(whole)
        self._sorted.append(whole)

    # Rules -----------------------------------------------------------------------------------------------------------

    def _rules_above(self, repository: git.Repository, top: bytes, here: bytes) -> tuple[Rules, ...]:
        """Read the rules of a repository that come from above a directory in it; its own come when it is listed."""
        rules = self._exclusions(repository, top)
        at = len(top)
        while at < len(here):
            rules = self._with_rules(rules, here[:at])
            at = here.index(b"/", at) + 1
        return rules

    def _exclusions(self, repository: git.Repository, top: bytes) -> tuple[Rules, ...]:
        """Read `info/exclude`, the repository's own list that is not committed."""
        if not self._source.gitignore:
            return ()
        rules = self._rules(os.fsencode(Path(repository.directory, "info", "exclude")), top + b".git/info/exclude", top)
        return (rules,) if rules else ()

    def _with_rules(self, rules: tuple[Rules, ...], directory: bytes) -> tuple[Rules, ...]:
        if not self._source.gitignore:
            return ()
        name = directory + b".gitignore"
        own = self._rules(self._root + name, name, directory)
        return (*rules, own) if own else rules

    def _rules(self, path: bytes, name: bytes, base: bytes) -> Rules:
        """Read a list; one that cannot be read has no patterns."""
        try:
            content = read_file(path, DEFAULT_LIMIT)
        except OSError:
            content = b""
        rules = Rules(content if isinstance(content, bytes) else b"", base)
        self._problems.update(skipped(name, reason, incomplete=incomplete) for reason, incomplete in rules.refusals.items())
        return rules

    # Walking ---------------------------------------------------------------------------------------------------------

    def _walk(self, start: _Place) -> Iterator[Batch | Skipped]:
        pending = [start]
        while pending:
            place = pending.pop()
            try:
                with os.scandir(self._root + place.path) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError as error:
                yield skipped(place.path.rstrip(b"/") or b".", why(error))
                continue
            names = {entry.name for entry in entries}
            if b".git" in names and place.path != start.path:
                place = self._nested(place)
            rules = self._with_rules(place.rules, place.path) if b".gitignore" in names else place.rules
            if place is start and not place.inside and rules is not place.rules and _ignore_all(rules, place.path, entries):
                reason = "it ignores everything and there is no git to tell what is tracked, so it was left aside"
                yield skipped(place.path + b".gitignore", reason, incomplete=False)
                rules = place.rules
            yield from self._list(replace(place, rules=rules), entries, pending)

    def _nested(self, place: _Place) -> _Place:
        """Enter a submodule or another repository: it has rules and an index of its own."""
        top = place.path.rstrip(b"/")
        repository = git.at(os.fsdecode(self._root + top))
        if repository is None:
            return place
        if top not in self._repositories:
            try:
                self._learn(place.path, git.tracked(repository))
            except git.GitError:  # something else that is called `.git`
                return place
            self._repositories.add(top)
        return _Place(place.path, self._exclusions(repository, place.path), inside=True, ignored=place.ignored)

    def _list(self, place: _Place, entries: list[os.DirEntry[bytes]], pending: list[_Place]) -> Iterator[Batch | Skipped]:
        base, rules, tracked = place.path, place.rules, self._tracked
        below: list[_Place] = []
        for entry in entries:
            name = entry.name
            path = base + name
            try:
                if entry.is_dir(follow_symlinks=False):
                    if name != b".git" and path not in self._named and not self._excluded(path, name, directory=True):
                        below += self._descend(place, path, name)
                    continue
                if not entry.is_file(follow_symlinks=False):
                    if not entry.is_symlink():
                        yield skipped(path, "it is not a regular file", incomplete=False)
                    continue
                known = path in tracked
                if not known and (place.ignored or (rules and ignores(rules, path, name, directory=False))):
                    continue
                if name == b".git" or path in self._named or self._excluded(path, name, directory=False):
                    continue
                size = entry.stat(follow_symlinks=False).st_size
            except OSError as error:
                yield skipped(path, why(error))
                continue
            yield from self._add(path, size, tracked=known if place.inside else None)
        pending += reversed(below)

    def _descend(self, place: _Place, path: bytes, name: bytes) -> Iterator[_Place]:
        # A directory that is tracked itself is a submodule: as good as a tracked file.
        ignored = path not in self._tracked and (place.ignored or (bool(place.rules) and ignores(place.rules, path, name, directory=True)))
        inner = path + b"/"
        if not ignored or self._tracks_below(inner):
            yield _Place(inner, place.rules, place.inside, ignored)

    def _tracks_below(self, directory: bytes) -> bool:
        for listed in self._sorted:
            at = bisect.bisect_left(listed, directory)
            if at < len(listed) and listed[at].startswith(directory):
                return True
        return False

    def _excluded(self, path: bytes, name: bytes, *, directory: bool) -> bool:
        return bool(self._exclude) and ignores(self._exclude, self._prefix + path, name, directory=directory)

    def _add(self, path: bytes, size: int, *, tracked: bool | None) -> Iterator[Batch | Skipped]:
        if size > self._source.limit:
            yield skipped(path, too_large(self._source.limit))
            return
        batch = self._open.get(tracked)
        if batch is None:
            batch = self._open[tracked] = Batch(tracked=tracked)
        batch.paths.append(path)
        batch.size += size
        if batch.full:
            del self._open[tracked]
            yield batch


def _ignore_all(rules: tuple[Rules, ...], base: bytes, entries: list[os.DirEntry[bytes]]) -> bool:
    rest = [entry for entry in entries if entry.name != b".gitignore"]
    try:
        return bool(rest) and all(ignores(rules, base + e.name, e.name, directory=e.is_dir(follow_symlinks=False)) for e in rest)
    except OSError:
        return False
