"""What git's history says: which commits there are, what each changed, and which names reach it."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from sealguard.sources import git
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
_DEPTH: Final = 1000
"""How many tags of tags are followed."""
_LIMIT: Final = 16 * 1024 * 1024
"""How much is read of the files that git keeps beside its objects, in bytes."""
_ID = re.compile(rb"\b[0-9a-f]{40}(?:[0-9a-f]{24})?\b")
_NOTHING: Final = re.compile("0{40}(?:0{24})?")
_FORMAT: Final = "--format=%(objectname) %(refname)"
_SUBMODULE: Final = b"160000"
"""The mode of a path whose object is a commit of another repository."""
_PSEUDO: Final = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "REBASE_HEAD")
"""The files that hold what is about to come into a branch."""


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
    """What kind of object the target is; empty where it is not here."""


class Change(NamedTuple):
    """What one commit changed, against its first parent, at one path."""

    commit: bytes
    path: bytes
    before: bytes
    """The object that was there; of a path that is new, zeros."""
    after: bytes


class Version(NamedTuple):
    """One content of one path."""

    path: bytes
    object: bytes


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
    """Give every name of the repository, `HEAD` first: branches, tags, stashes, and what work trees are at or about to merge.

    Raises `GitError`.
    """
    listed = [(name, ref) for name, _, ref in (line.partition(b" ") for line in git.run(repository, "for-each-ref", _FORMAT).splitlines())]
    listed += ((name, b"refs/stash@{%d}" % number) for number, name in enumerate(_stashed(repository)) if number)
    listed += _heads(repository)
    if head := _resolved(repository, "HEAD"):
        listed.insert(0, (head, b"HEAD"))
    targets = kinds(repository, [name + b"^{}" for name, _ in listed])
    return [
        Ref(ref.decode("utf-8", "surrogateescape"), name, target, kind) for (name, ref), (target, kind) in zip(listed, targets, strict=True)
    ]


def everything(repository: Repository, named: Iterable[Ref]) -> Extent:
    """Give all that can be reached from a name, or from a commit that a graft names. Raises `GitError`."""
    tips = {ref.target: None for ref in named if ref.kind == b"commit"}
    grafted = kinds(repository, [name + b"^{}" for name in _grafted(repository)])
    tips.update((target, None) for target, kind in grafted if kind == b"commit")
    return Extent(tuple(tips))


def between(repository: Repository, text: str) -> Extent:
    """Give what `A..B`, `A...B` or `A..` (up to `HEAD`) means: all of B that is not in A. Raises `GitError`.

    Zeros stand for A where there was nothing before, as git's hooks and CI systems write it: then it is all of B.
    """
    start, dots, end = text.partition("..")
    if not dots or not start:
        raise git.GitError(f"'{text}' is no range; write one as 'A..B'")
    without = () if _NOTHING.fullmatch(start) else (commit(repository, start),)
    return Extent((commit(repository, end.removeprefix(".") or "HEAD"),), without)


def since(repository: Repository, name: str) -> Extent:
    """Give what `HEAD` has and the history of `name` has not. Raises `GitError`."""
    return Extent((commit(repository, "HEAD"),), (commit(repository, name),))


def unpushed(repository: Repository, remote: str = "", branch: str = "") -> Extent:
    """Give what a branch (empty: `HEAD`) has and a remote has not. Raises `GitError`."""
    return Extent((commit(repository, branch or "HEAD"),), _known(repository, remote))


def pushed(repository: Repository, told: str, remote: str = "") -> Extent:
    """Give what a push brings, as git tells its hook: lines of local name and object, remote name and object.

    Raises `GitError`, also where it was something else that was told.
    """
    tips: dict[bytes, None] = {}
    theirs: dict[bytes, None] = {}
    for line in told.splitlines():
        fields = [field.encode("utf-8", "surrogateescape") for field in line.rsplit(maxsplit=3)]
        if len(fields) != 4 or not (_ID.fullmatch(fields[1]) and _ID.fullmatch(fields[3])):  # noqa: PLR2004 - see above
            raise git.GitError("standard input is not what git tells its 'pre-push' hook")
        tips[fields[1]] = None
        theirs[fields[3]] = None
    # Zeros stand for a branch that is deleted, or new.
    here = [name for name, kind in kinds(repository, list(theirs)) if kind]
    without = dict.fromkeys((*here, *_known(repository, remote)))
    return Extent(tuple(name for name in tips if not _NOTHING.fullmatch(name.decode())), tuple(without))


def _known(repository: Repository, remote: str) -> tuple[bytes, ...]:
    """Give what a remote is known to have; where it has no name (empty), what the only remote has.

    With several remotes, what one has can be news to another.
    """
    known = [ref for ref in refs(repository) if ref.kind == b"commit" and ref.name.startswith("refs/remotes/")]
    if not remote and len({ref.name.split("/")[2] for ref in known}) > 1:
        return ()
    prefix = f"refs/remotes/{remote}/" if remote else "refs/remotes/"
    return tuple(dict.fromkeys(ref.target for ref in known if ref.name.startswith(prefix)))


def commit(repository: Repository, name: str) -> bytes:
    """Give the commit that a name means. Raises `GitError` where it means none."""
    found = _resolved(repository, name)
    if found is None:
        hint = ", which is a shallow clone; 'git fetch --unshallow' brings the rest" if cut(repository) else "; fetch it first"
        raise git.GitError(f"there is no commit '{name}' in this repository{hint}")
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
        mode, other, before, after, _ = head[1:].split(b" ")
        if (before in wanted and mode != _SUBMODULE) or (after in wanted and other != _SUBMODULE):
            yield Change(current, path, before, after)


def all_commits(repository: Repository) -> list[bytes]:
    """Give every commit there is, whether a name reaches it or not. Raises `GitError`."""
    with git.opened(repository, *git.ALL_OBJECTS, "--batch-check=%(objectname) %(objecttype)") as lines:
        return [line.split(b" ")[0] for line in lines if line.endswith(b" commit\n")]


def named_directly(repository: Repository, named: Collection[Ref]) -> Iterator[tuple[Ref, list[Version]]]:
    """Give what names stand for without a commit: tags on the way, and blobs and trees at the end. Raises `GitError`."""
    tags = _tags(repository, {ref.object for ref in named if ref.kind and ref.object != ref.target})
    for ref in named:
        name = ref.object
        while name in tags:
            yield ref, [Version(b"", name)]
            name = tags[name]
        if ref.kind == b"blob":
            yield ref, [Version(os.fsencode(ref.name), ref.target)]
        elif ref.kind == b"tree":
            yield ref, tree(repository, ref.target, links=True)


def tree(repository: Repository, name: bytes, *, links: bool = False) -> list[Version]:
    """Give every file of a tree, or of a commit's, and with `links` its symbolic links; no submodules. Raises `GitError`."""
    lines = git.run(repository, "ls-tree", "-r", "-z", "--full-tree", name).split(b"\0")[:-1]
    pairs = (line.split(b"\t", 1) for line in lines)
    modes = (b"100", b"120") if links else (b"100",)
    return [Version(path, head.split(b" ")[2]) for head, path in pairs if head.startswith(modes)]


def _tags(repository: Repository, names: Iterable[bytes]) -> dict[bytes, bytes]:
    """Give what each of these tags is a tag of, and each that is one of those. Raises `GitError`."""
    found: dict[bytes, bytes] = {}
    for _ in range(_DEPTH):
        level = [name for name in names if name not in found]
        if not level:
            return found
        answers = zip(level, git.contents(repository, level, _LIMIT), strict=True)
        tags = {name: answer[1] for name, answer in answers if answer and answer[0] == b"tag" and isinstance(answer[1], bytes)}
        inner = {name: _ID.search(content) for name, content in tags.items()}
        found |= {name: match[0] for name, match in inner.items() if match}
        names = {found[name] for name in tags if name in found}
    raise git.GitError("tags of tags go on and on")


def submodules(repository: Repository) -> Iterator[tuple[str, Repository]]:
    """Give path and repository of every submodule that is here, also of those that are not checked out any more. Raises `GitError`."""
    modules = common(repository).resolve() / "modules"
    checked_out: dict[Path, tuple[str, Repository]] = {}
    for name in [] if repository.bare else map(os.fsdecode, git.linked(repository)):
        inner = git.at(str(Path(repository.top, name)))
        if inner and Path(inner.directory).is_dir():
            yield name, inner
        elif inner:
            checked_out[_pointed_at(inner)] = (name, inner)
    for directory, below, _ in os.walk(modules):
        below.sort()
        place = Path(directory)
        if git.is_repository(place):
            below[:] = ["modules"] if "modules" in below else []
            name = place.relative_to(modules).as_posix().replace("/modules/", "/")
            # Only what lies in this repository is believed to be a submodule of it, wherever a `.git` in the work tree points to.
            yield checked_out.get(place, (name, git.Repository(directory, directory)))


def _pointed_at(inner: Repository) -> Path:
    """Give the directory that a file `.git` names."""
    try:
        content = read_file(os.fsencode(inner.directory), _LIMIT)
    except OSError:
        content = b""
    named = os.fsdecode(content.removeprefix(b"gitdir:").strip()) if isinstance(content, bytes) else ""
    return Path(os.path.realpath(Path(inner.top, named)))


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


def cut(repository: Repository) -> frozenset[bytes]:
    """Give the commits whose parents were left out when they were fetched. Raises `GitError`."""
    return frozenset(_ids(common(repository) / "shallow"))


def partial(repository: Repository) -> bool:
    """Tell whether objects may be missing because they were left at a remote on purpose."""
    return has_packed(repository, ".promisor")


def has_packed(repository: Repository, ending: str) -> bool:
    """Tell whether a file with this ending stands beside a pack."""
    return any(file.suffix == ending for file in _below(common(repository) / "objects" / "pack"))


def borrows(repository: Repository) -> bool:
    """Tell whether objects are taken from other repositories, which may lose them."""
    return (common(repository) / "objects" / "info" / "alternates").is_file()


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


def _grafted(repository: Repository) -> list[bytes]:
    """Give what grafts name, which stand between commits and their parents."""
    return _ids(common(repository) / "info" / "grafts")


def _heads(repository: Repository) -> Iterator[tuple[bytes, bytes]]:
    """Give what each work tree is at or about to merge, as object and name, unless a branch says so already."""
    shared = common(repository)
    own = Path(repository.top, os.fsdecode(git.run(repository, "rev-parse", "--git-dir").rstrip(b"\n")))
    for directory in (shared, *_below(shared / "worktrees")):
        here = directory.resolve() == own.resolve()
        prefix = "" if here else "main-worktree/" if directory is shared else f"worktrees/{directory.name}/"
        for name in _PSEUDO if here else ("HEAD", *_PSEUDO):
            yield from ((found, os.fsencode(prefix + name)) for found in _ids(directory / name))


def _below(directory: Path) -> list[Path]:
    try:
        return sorted(directory.iterdir())
    except OSError:
        return []


def _ids(file: Path) -> list[bytes]:
    """Give the ids in a file that git keeps beside its objects; one that is not there has none."""
    try:
        content = read_file(os.fsencode(file), _LIMIT)
    except OSError:
        return []
    return _ID.findall(content) if isinstance(content, bytes) else []


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
