"""The only module that runs git: fixed arguments, and nothing that the repository's own configuration could make it run.

The repository is hostile: its configuration names programs (`core.fsmonitor`, filters, `textconv`, remote helpers), so
only plumbing that needs none of them is used, and they are switched off on top.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator, Sequence

TIMEOUT: Final = 120
"""In seconds; listing the index of the largest known repositories takes two."""

_HARDENED: Final = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.attributesFile=/dev/null"),
    *("-c", "core.untrackedCache=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "log.showSignature=false"),
    # Whose repository it is does not matter to those who only read, and run nothing of it.
    *("-c", "safe.directory=*"),
)
_ENVIRONMENT: Final = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "LC_ALL": "C",
}
_REGULAR: Final = (b"100644", b"100755")


class GitError(Exception):
    """Git did not answer. The message is a short phrase."""


class Repository(NamedTuple):
    """A work tree and where its repository is."""

    top: str
    directory: str
    """`.git`: a directory, or the file that a submodule or a linked work tree has."""


class Entry(NamedTuple):
    """A file in the index."""

    path: bytes
    object: bytes


def find(start: str) -> Repository | None:
    """Give the repository whose work tree `start`, a directory, lies in.

    The tree is looked at without asking git, which would believe what the configuration says about where it is.
    """
    where = Path(os.path.realpath(start))
    for top in (where, *where.parents):
        if found := at(str(top)):
            return found
    return None


def at(top: str) -> Repository | None:
    """Give the repository whose work tree has its top at a directory: there is a repository's `.git`, or the file that points to one."""
    directory = Path(top, ".git")
    if directory.is_file() or (directory / "HEAD").is_file():
        return Repository(top, str(directory))
    return None


def of_environment(start: str) -> Repository | None:
    """Give the repository that a hook of git is called for, else the one `start` lies in."""
    directory = os.environ.get("GIT_DIR")
    if not directory:
        return find(start)
    tree = os.environ.get("GIT_WORK_TREE")
    found = find(start)
    top = os.path.realpath(tree) if tree else found.top if found else os.path.realpath(start)
    return Repository(top, os.path.realpath(directory))


def tracked(repository: Repository, below: bytes = b"") -> list[bytes]:
    """Give the paths in the index, submodules among them, in byte order. Raises `GitError`."""
    return _run(repository, "ls-files", "-z", "--cached", "--", *([below] if below else [])).split(b"\0")[:-1]


def staged(repository: Repository) -> tuple[list[Entry], list[bytes]]:
    """Give what the next commit adds or changes, and the paths whose merge is not finished. Raises `GitError`.

    Git's own `GIT_INDEX_FILE` is respected: `git commit -a` and `git commit FILE` put the index of the commit there.
    """
    try:
        changed = _run(
            repository, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv",
            "--ignore-submodules=all", "HEAD", "--", index=True,
        )  # fmt: skip
    except GitError:
        if _has_commit(repository):
            raise
        return _whole_index(repository)
    fields = changed.split(b"\0")
    entries: list[Entry] = []
    unmerged: list[bytes] = []
    for head, path in zip(fields[::2], fields[1::2], strict=False):
        _, mode, _, new, status = head.split(b" ")
        if status == b"U":
            unmerged.append(path)
        elif mode in _REGULAR:
            entries.append(Entry(path, new))
    return entries, unmerged


def blobs(repository: Repository, objects: Sequence[bytes], limit: int) -> Iterator[bytes | int | None]:
    """Give the content of each object, its size where that is over `limit` bytes, or `None` where it is missing.

    Raises `GitError` where git gives up.
    """
    with _open(repository, "cat-file", "--batch") as process:
        requests, answers = process.stdin, process.stdout
        if requests is None or answers is None:
            raise GitError("git cannot be run")
        try:
            for name in objects:
                requests.write(name + b"\n")
                requests.flush()
                head = answers.readline().split()
                if not head:
                    raise GitError("git gave up reading objects")
                if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - id, type, size; else `missing`
                    yield None
                    continue
                size = int(head[2])
                if size > limit:
                    _drain(answers, size + 1)
                    yield size
                else:
                    yield answers.read(size + 1)[:-1]
        except BrokenPipeError:
            raise GitError("git gave up reading objects") from None
        finally:
            process.kill()


def _drain(stream: IO[bytes], size: int) -> None:
    while size > 0 and (chunk := stream.read(min(size, 1 << 20))):
        size -= len(chunk)


def _has_commit(repository: Repository) -> bool:
    try:
        _run(repository, "rev-parse", "--quiet", "--verify", "HEAD^{commit}", index=True)
    except GitError:
        return False
    return True


def _whole_index(repository: Repository) -> tuple[list[Entry], list[bytes]]:
    entries: list[Entry] = []
    unmerged: set[bytes] = set()
    for line in _run(repository, "ls-files", "-z", "--cached", "--stage", index=True).split(b"\0")[:-1]:
        head, _, path = line.partition(b"\t")
        mode, name, stage = head.split(b" ")
        if stage != b"0":
            unmerged.add(path)
        elif mode in _REGULAR:
            entries.append(Entry(path, name))
    return entries, sorted(unmerged)


def _environment(*, index: bool) -> dict[str, str]:
    """Give the environment without what could redirect git; with `index`, the index that git's hook was given stays."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    if index and (file := os.environ.get("GIT_INDEX_FILE")):
        kept["GIT_INDEX_FILE"] = os.path.realpath(file)
    return kept | _ENVIRONMENT


def _command(repository: Repository, arguments: Sequence[str | bytes]) -> list[str | bytes]:
    # Both are given, so that `core.worktree` and `core.bare` of the repository's configuration say nothing.
    return ["git", *_HARDENED, f"--git-dir={repository.directory}", f"--work-tree={repository.top}", *arguments]


def _run(repository: Repository, *arguments: str | bytes, index: bool = False) -> bytes:
    import subprocess  # noqa: PLC0415 - 10 ms, and only a repository needs it

    try:
        done = subprocess.run(  # noqa: S603 - fixed arguments
            _command(repository, arguments),
            cwd=repository.top,
            env=_environment(index=index),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # it may quote the repository's own words
            timeout=TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise GitError("git took too long") from None
    except OSError:
        raise GitError("git cannot be run") from None
    if done.returncode:
        raise GitError("git cannot read the repository")
    return done.stdout


def _open(repository: Repository, *arguments: str) -> subprocess.Popen[bytes]:
    import subprocess  # noqa: PLC0415 - 10 ms, and only a repository needs it

    try:
        return subprocess.Popen(  # noqa: S603 - fixed arguments
            _command(repository, arguments),
            cwd=repository.top,
            env=_environment(index=False),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        raise GitError("git cannot be run") from None
