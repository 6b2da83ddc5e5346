"""What git's history says: which commits there are, what each changed, and which names reach it."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from sealguard.sources import git
from sealguard.sources.timeline import Version
from sealguard.sources.worktree import read_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from sealguard.sources.git import Repository

FIND_OBJECTS: Final = 500
"""Up to how many objects git itself is asked to look for; for more, everything that changed is gone through here."""
PARTS: Final = 4
"""How many processes go through the changes of many commits."""
PART_COMMITS: Final = 4000
"""Fewer are not worth a process of their own."""
_DEPTH: Final = 16
"""How many tags of tags are followed."""
_LIMIT: Final = 1024 * 1024
"""How much is read of the files that git keeps beside its objects, in bytes."""
_ID = re.compile(rb"\b[0-9a-f]{40}(?:[0-9a-f]{24})?\b")
_FORMAT: Final = "--format=%(objectname) %(refname)"


class Commit(NamedTuple):
    """A commit as far as the shape of history needs it."""

    id: bytes
    time: int
    """When it was committed, in seconds since 1970."""
    parents: tuple[bytes, ...]


class Ref(NamedTuple):
    """A name for an object."""

    name: str
    object: bytes
    """What the name stands for: a commit, a tag, or any other object."""
    target: bytes
    """What is found when tags are followed to their end."""
    kind: bytes
    """What kind of object the target is."""


class Change(NamedTuple):
    """What one commit changed, against its first parent, at one path."""

    commit: bytes
    path: bytes
    before: bytes
    """The object that was there; of a path that is new, zeros."""
    after: bytes


class Extent(NamedTuple):
    """Which part of a history is meant."""

    tips: tuple[bytes, ...]
    """The commits it goes back from."""
    without: tuple[bytes, ...] = ()
    """The commits that, with all before them, are no part of it; none: it goes back to the beginning."""

    @property
    def lines(self) -> list[bytes]:
        """Give it as `rev-list --stdin` reads it."""
        return [*self.tips, *(b"^" + commit for commit in self.without)]


def refs(repository: Repository) -> list[Ref]:
    """Give every name of the repository, `HEAD` first. Raises `GitError`."""
    listed = [line.split(b" ", 1) for line in git.run(repository, "for-each-ref", _FORMAT).splitlines()]
    if head := _resolved(repository, "HEAD"):
        listed.insert(0, [head, b"HEAD"])
    targets = kinds(repository, [name + b"^{}" for name, _ in listed])
    return [
        Ref(ref.decode("utf-8", "surrogateescape"), name, target, kind)
        for (name, ref), (target, kind) in zip(listed, targets, strict=True)
        if kind
    ]


def everything(repository: Repository, named: Iterable[Ref]) -> Extent:
    """Give all that can be reached from a name, a stash, another work tree's `HEAD` or a commit that a graft names. Raises `GitError`."""
    tips = {ref.target: None for ref in named if ref.kind == b"commit"}
    others = [*_stashed(repository), *_mentioned(repository)]
    tips.update((target, None) for target, kind in kinds(repository, [name + b"^{}" for name in others]) if kind == b"commit")
    return Extent(tuple(tips))


def between(repository: Repository, text: str) -> Extent:
    """Give what `A..B`, `A...B` or `A..` (up to `HEAD`) means: all of B that is not in A. Raises `GitError`."""
    start, dots, end = text.partition("..")
    if not dots or not start:
        raise git.GitError(f"'{text}' is no range; write one as 'A..B'")
    return Extent((commit(repository, end.removeprefix(".") or "HEAD"),), (commit(repository, start),))


def since(repository: Repository, name: str) -> Extent:
    """Give what `HEAD` has and the history of `name` has not. Raises `GitError`."""
    return Extent((commit(repository, "HEAD"),), (commit(repository, name),))


def unpushed(repository: Repository, remote: str = "") -> Extent:
    """Give what `HEAD` has and no branch of `remote` (empty: of any remote). Raises `GitError`."""
    prefix = f"refs/remotes/{remote}/" if remote else "refs/remotes/"
    known = (ref.target for ref in refs(repository) if ref.kind == b"commit" and ref.name.startswith(prefix))
    return Extent((commit(repository, "HEAD"),), tuple(dict.fromkeys(known)))


def commit(repository: Repository, name: str) -> bytes:
    """Give the commit that a name means. Raises `GitError` where it means none."""
    found = _resolved(repository, name)
    if found is None:
        raise git.GitError(f"there is no commit '{name}' in this repository; fetch it first")
    return found


def merge_base(repository: Repository, one: bytes, other: bytes) -> bytes:
    """Give the best common ancestor of two commits, or `other` where none is here, as in a shallow clone."""
    try:
        return git.run(repository, "merge-base", one, other).strip()
    except git.GitError:
        return other


def walk(repository: Repository, extent: Extent) -> Iterator[Commit]:
    """Give the commits of a part of history, each after its parents and otherwise by date. Raises `GitError`."""
    arguments = ("rev-list", "--date-order", "--reverse", "--parents", "--timestamp", "--stdin")
    with git.opened(repository, *arguments, given=extent.lines) as lines:
        for line in lines:
            time, name, *parents = line.split()
            yield Commit(name, int(time), tuple(parents))


def changes(repository: Repository, commits: Sequence[Commit], wanted: Collection[bytes]) -> Iterator[Change]:
    """Give the changes of `commits`, in their order, that put one of the `wanted` objects somewhere or took it away. Raises `GitError`."""
    few = len(wanted) <= FIND_OBJECTS
    found = [b"--find-object=" + name for name in wanted] if few else []
    shape = ("diff-tree", "--stdin", "-r", "--root", "--raw", "-z", "--no-renames", "--no-abbrev", "--diff-merges=first-parent")
    names = [each.id for each in commits]
    step = max(PART_COMMITS, -(-len(names) // PARTS))
    with ExitStack() as stack:
        parts = [names[at : at + step] for at in range(0, len(names), step)]
        # All of them work while the first is read.
        streams = [
            stack.enter_context(git.opened(repository, *shape, "--no-ext-diff", "--no-textconv", *found, given=part)) for part in parts
        ]
        for stream in streams:
            yield from _changed(stream, wanted)


def _changed(stream: IO[bytes], wanted: Collection[bytes]) -> Iterator[Change]:
    fields = _fields(stream)
    current = b""
    for head in fields:
        if not head.startswith(b":"):
            current = head
            continue
        path = next(fields)
        _, _, before, after, _ = head.split(b" ")
        if before in wanted or after in wanted:
            yield Change(current, path, before, after)


def all_commits(repository: Repository) -> list[bytes]:
    """Give every commit there is, whether a name reaches it or not. Raises `GitError`."""
    shape = ("cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype)", "--unordered", "--buffer")
    with git.opened(repository, *shape) as lines:
        return [line.split(b" ")[0] for line in lines if line.endswith(b" commit\n")]


def named_directly(repository: Repository, named: Iterable[Ref]) -> Iterator[tuple[Ref, list[Version]]]:
    """Give what names stand for without a commit: tags on the way, and blobs and trees at the end. Raises `GitError`."""
    for ref in named:
        if ref.object != ref.target:
            yield ref, [Version(b"", name) for name in _tags(repository, ref.object)]
        if ref.kind == b"blob":
            yield ref, [Version(os.fsencode(ref.name), ref.target)]
        elif ref.kind == b"tree":
            yield ref, tree(repository, ref.target)


def tree(repository: Repository, name: bytes) -> list[Version]:
    """Give every file of a tree, or of a commit's; no links, and no submodules. Raises `GitError`."""
    lines = git.run(repository, "ls-tree", "-r", "-z", "--full-tree", name).split(b"\0")[:-1]
    pairs = (line.split(b"\t", 1) for line in lines)
    return [Version(path, head.split(b" ")[2]) for head, path in pairs if head.startswith(b"100")]


def _tags(repository: Repository, name: bytes) -> Iterator[bytes]:
    """Give a tag, and the tags that it is a tag of."""
    for _ in range(_DEPTH):
        found = next(git.contents(repository, [name], _LIMIT))
        if found is None or found[0] != b"tag":
            return
        yield name
        inner = _ID.search(found[1]) if isinstance(found[1], bytes) else None
        if inner is None:
            return
        name = inner[0]


def submodules(repository: Repository) -> Iterator[tuple[str, Repository]]:
    """Give path and repository of every submodule that is here, also of those that are not checked out any more. Raises `GitError`."""
    modules = common(repository) / "modules"
    for directory, below, _ in os.walk(modules):
        below.sort()
        place = Path(directory)
        if git.is_repository(place):
            below[:] = ["modules"] if "modules" in below else []
            yield place.relative_to(modules).as_posix().replace("/modules/", "/"), git.Repository(directory, directory)
    if repository.bare:
        return
    for name in map(os.fsdecode, git.linked(repository)):
        inner = git.at(str(Path(repository.top, name)))
        if inner and Path(inner.directory).is_dir():  # else it is one of those above
            yield name, inner


def authors(repository: Repository, commits: Sequence[bytes]) -> dict[bytes, str]:
    """Give who wrote each commit, as the commit says. Raises `GitError`."""
    answers = zip(commits, git.contents(repository, commits, _LIMIT), strict=True)
    return {name: _author(found[1]) for name, found in answers if found is not None and isinstance(found[1], bytes)}


def _author(content: bytes) -> str:
    for line in content.partition(b"\n\n")[0].splitlines():
        if line.startswith(b"author "):
            return line[len(b"author ") :].rpartition(b"> ")[0].decode("utf-8", "replace") + ">"
    return ""


def kinds(repository: Repository, names: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
    """Give id and kind of each object; of a missing one, the kind is empty. Raises `GitError`."""
    if not names:
        return []
    answers = git.run(repository, "cat-file", "--batch-check=%(objectname) %(objecttype)", "--buffer", given=names).splitlines()
    pairs = (line.split(b" ") for line in answers)
    return [(pair[0], b"" if pair[-1] in {b"missing", b"ambiguous"} else pair[-1]) for pair in pairs]


# What git keeps beside its objects -----------------------------------------------------------------------------------


def shallow(repository: Repository) -> bool:
    """Tell whether the history was cut off when it was fetched."""
    return git.run(repository, "rev-parse", "--is-shallow-repository").strip() == b"true"


def partial(repository: Repository) -> bool:
    """Tell whether objects may be missing because they were left at a remote on purpose."""
    packs = common(repository) / "objects" / "pack"
    try:
        return any(entry.name.endswith(".promisor") for entry in os.scandir(packs))
    except OSError:
        return False


def missing(repository: Repository, extent: Extent) -> int:
    """Count the objects of a part of history that are not here. Raises `GitError`."""
    with git.opened(repository, "rev-list", "--objects", "--missing=print", "--stdin", given=extent.lines) as lines:
        return sum(line.startswith(b"?") for line in lines)


def common(repository: Repository) -> Path:
    """Give the directory that all work trees of a repository share. Raises `GitError`."""
    directory = os.fsdecode(git.run(repository, "rev-parse", "--git-common-dir").rstrip(b"\n"))
    return Path(repository.top, directory)


def long_ids(repository: Repository) -> bool:
    """Tell whether ids are SHA-256. Raises `GitError`."""
    return git.run(repository, "rev-parse", "--show-object-format").strip() == b"sha256"


def _stashed(repository: Repository) -> list[bytes]:
    """Give all stashes: a name stands for the newest alone, and the others are in its log only."""
    try:
        return git.run(repository, "rev-list", "--walk-reflogs", "refs/stash", "--").split()
    except git.GitError:
        return []


def _mentioned(repository: Repository) -> Iterator[bytes]:
    """Give what grafts and the heads of linked work trees name."""
    directory = common(repository)
    for place in (directory / "info" / "grafts", *_heads(directory / "worktrees")):
        try:
            content = read_file(os.fsencode(place), _LIMIT)
        except OSError:
            continue
        if isinstance(content, bytes):
            yield from _ID.findall(content)


def _heads(worktrees: Path) -> list[Path]:
    try:
        return [place / "HEAD" for place in sorted(worktrees.iterdir())]
    except OSError:
        return []


def _resolved(repository: Repository, name: str) -> bytes | None:
    try:
        return git.run(repository, "rev-parse", "--quiet", "--verify", "--end-of-options", f"{name}^{{commit}}").strip()
    except git.GitError:
        return None


def _fields(stream: IO[bytes]) -> Iterator[bytes]:
    """Give what NULs end."""
    rest = b""
    while chunk := stream.read(git.PIPE_BYTES):
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
