"""The only module that runs git: hardened arguments, and nothing that the repository's own configuration could make it run.

The repository is hostile: its configuration names programs (`core.fsmonitor`, filters, `textconv`, remote helpers), so
only plumbing that needs none of them is used, and they are switched off on top.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TIMEOUT: Final = 120
"""In seconds; listing the index of the largest known repositories takes two."""
PIPE_BYTES: Final = 1 << 20
"""How much of git's answers is read at once."""
OVERLAP: Final = 4096
"""In bytes; `triage` knows credentials by their first few dozen."""

_HARDENED: Final = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", "core.hooksPath=/dev/null"),
    *("-c", "core.attributesFile=/dev/null"),
    *("-c", "core.untrackedCache=false"),
    # What git keeps to be faster can be made up, to leave commits or objects out.
    *("-c", "core.commitGraph=false"),
    *("-c", "core.multiPackIndex=false"),
    *("-c", "pack.readReverseIndex=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "log.showSignature=false"),
    # Else every process maps packs as a whole.
    *("-c", "core.packedGitWindowSize=16m"),
    *("-c", "core.packedGitLimit=96m"),
    # Whose repository it is does not matter to those who only read, and run nothing of it.
    *("-c", "safe.directory=*"),
)
_ENVIRONMENT: Final = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_LAZY_FETCH": "1",
    # No git before 2.45 knows that one. This is above whatever the repository allows: a lazy fetch would run its `uploadpack`.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_REPLACE_OBJECTS": "1",
    # Grafts hide commits; `commits.tips` adds those that they name.
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "",
    "LC_ALL": "C",
}
_REGULAR: Final = (b"100644", b"100755")
ALL_OBJECTS: Final = ("cat-file", "--batch-all-objects", "--buffer")
"""Lists every object there is, whether a name reaches it or not; how each is told is still to be said."""


class GitError(Exception):
    """Git did not answer. The message is a short phrase."""


class Repository(NamedTuple):
    """A work tree and where its repository is."""

    top: str
    """For a bare repository, the repository itself."""
    directory: str
    """`.git`: a directory, or the file that a submodule or a linked work tree has."""

    @property
    def bare(self) -> bool:
        """Whether there is no work tree."""
        return self.top == self.directory


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


def holding(start: str) -> Repository | None:
    """Give the repository that `start`, a directory, is or lies in: a bare one and `.git` itself count too."""
    where = Path(os.path.realpath(start))
    if is_repository(where):
        return at(str(where.parent)) if where.name == ".git" else Repository(str(where), str(where))
    return find(start)


def is_repository(directory: Path) -> bool:
    """Tell whether a directory is what `.git` is."""
    return (directory / "HEAD").is_file() and (directory / "objects").is_dir()


def of_environment(start: str) -> Repository | None:
    """Give the repository that a hook of git is called for, else the one `start` lies in."""
    directory = os.environ.get("GIT_DIR")
    if not directory:
        return find(start)
    tree = os.environ.get("GIT_WORK_TREE")
    found = find(start)
    top = os.path.realpath(tree) if tree else found.top if found else os.path.realpath(start)
    return Repository(top, os.path.realpath(directory))


def is_meant(repository: Repository) -> bool:
    """Tell whether a hook of git, if this is one, is called for a repository."""
    directory = os.environ.get("GIT_DIR")
    return not directory or os.path.realpath(directory) == os.path.realpath(repository.directory)


def tracked(repository: Repository, below: bytes = b"") -> list[bytes]:
    """Give the paths in the index, submodules among them, in byte order. Raises `GitError`."""
    return run(repository, "ls-files", "-z", "--cached", "--", *([below] if below else [])).split(b"\0")[:-1]


def linked(repository: Repository) -> list[bytes]:
    """Give the paths in the index at which other repositories stand, as submodules do. Raises `GitError`."""
    lines = run(repository, "ls-files", "-z", "--cached", "--stage").split(b"\0")[:-1]
    return [line.partition(b"\t")[2] for line in lines if line.startswith(b"160000 ")]


def left_out(repository: Repository) -> list[bytes]:
    """Give the paths in the index that are not in the work tree on purpose: a sparse one has a part, a clone no submodules yet.

    Raises `GitError`.
    """
    lines = run(repository, "ls-files", "-z", "--cached", "-t").split(b"\0")[:-1]
    modules = (path for path in linked(repository) if at(os.path.join(repository.top, os.fsdecode(path))) is None)  # noqa: PTH118 - bytes that are no UTF-8
    return [*(line[2:] for line in lines if line.startswith(b"S ")), *modules]


def staged(repository: Repository) -> tuple[list[Entry], list[bytes]]:
    """Give what the next commit adds or changes, and the paths whose merge is not finished. Raises `GitError`.

    Git's own `GIT_INDEX_FILE` is respected: `git commit -a` and `git commit FILE` put the index of the commit there.
    """
    try:
        changed = run(
            repository, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff", "--no-textconv",
            "--ignore-submodules=all", "HEAD", "--", index=True,
        )  # fmt: skip
    except GitError:
        if _has_commit(repository):
            raise
        return whole_index(repository)
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


def contents(repository: Repository, objects: Sequence[bytes], limit: int) -> Iterator[tuple[bytes, bytes | int] | None]:
    """Give kind and content of each object, its size in place of a content over `limit` bytes, or `None` where it is missing.

    Raises `GitError` where git gives up.
    """
    with opened(repository, "cat-file", "--batch", "--buffer", given=objects) as answers:
        for _ in objects:
            head = answers.readline().split()
            if not head:
                raise GitError("git gave up reading objects")
            if len(head) != 3 or not head[2].isdigit():  # noqa: PLR2004 - id, type, size; else `missing`
                yield None
                continue
            size = int(head[2])
            if size > limit:
                _drain(answers, size + 1)
                yield head[1], size
                continue
            content = answers.read(size + 1)
            if len(content) <= size:
                raise GitError("git gave up reading objects")
            yield head[1], content[:-1]


def pieces(repository: Repository, kind: bytes, name: bytes) -> Iterator[bytes]:
    """Give the content of one large object in pieces that overlap by more than any pattern of triage is long. Raises `GitError`."""
    with opened(repository, "cat-file", kind, name) as stream:
        before = b""
        while piece := stream.read(PIPE_BYTES):
            yield before + piece
            before = piece[-OVERLAP:]


def _drain(stream: IO[bytes], size: int) -> None:
    while size > 0 and (chunk := stream.read(min(size, 1 << 20))):
        size -= len(chunk)


def _has_commit(repository: Repository) -> bool:
    try:
        run(repository, "rev-parse", "--quiet", "--verify", "HEAD^{commit}", index=True)
    except GitError:
        return False
    return True


def whole_index(repository: Repository) -> tuple[list[Entry], list[bytes]]:
    """Give all entries of the index that git's hook was given, and the paths whose merge is not finished. Raises `GitError`."""
    entries: list[Entry] = []
    unmerged: set[bytes] = set()
    for line in run(repository, "ls-files", "-z", "--cached", "--stage", index=True).split(b"\0")[:-1]:
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


def version() -> str:
    """Give the version of git; empty where there is none."""
    import subprocess  # noqa: PLC0415 - 10 ms, and only a repository needs it

    try:
        command = ["git", "--version"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIMEOUT, check=False, env=_environment(index=False))  # noqa: S603 - as in `_command`
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.removeprefix("git version ").strip()


def run(repository: Repository, *arguments: str | bytes, index: bool = False, given: Sequence[bytes] = ()) -> bytes:
    """Run a plumbing command and give what it says; `given` are lines for its standard input. Raises `GitError`."""
    import subprocess  # noqa: PLC0415 - 10 ms, and only a repository needs it

    try:
        done = subprocess.run(  # noqa: S603 - hardened arguments
            _command(repository, arguments),
            cwd=repository.top,
            env=_environment(index=index),
            input=b"".join(line + b"\n" for line in given),
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


@contextmanager
def opened(repository: Repository, *arguments: str | bytes, given: Sequence[bytes] = ()) -> Iterator[IO[bytes]]:
    """Run a plumbing command and give the stream of what it says; `given` are lines for its standard input.

    The process ends with the block, however that is left. Raises `GitError` where git fails, once its stream was read to the end.
    """
    import subprocess  # noqa: PLC0415 - 10 ms, and only a repository needs it

    with _lines(given) as requests:
        try:
            process = subprocess.Popen(  # noqa: S603 - hardened arguments
                _command(repository, arguments),
                cwd=repository.top,
                env=_environment(index=False),
                stdin=requests,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=PIPE_BYTES,
            )
        except OSError:
            raise GitError("git cannot be run") from None
    answers = cast("IO[bytes]", process.stdout)
    _widen(answers)
    try:
        yield answers
        if not answers.read(1) and process.wait():
            raise GitError("git cannot read the repository")
    finally:
        process.kill()
        answers.close()
        process.wait()


def _lines(lines: Sequence[bytes]) -> IO[bytes]:
    """Write what git is to read into a file: with a pipe, git and we could wait for each other."""
    if hasattr(os, "memfd_create"):
        file: IO[bytes] = os.fdopen(os.memfd_create("requests"), "w+b")
    else:
        import tempfile  # noqa: PLC0415 - where there is no such thing as a file in memory

        file = cast("IO[bytes]", tempfile.TemporaryFile())  # noqa: SIM115 - the caller closes it
    file.write(b"".join(line + b"\n" for line in lines))
    file.seek(0)
    return file


def _widen(stream: IO[bytes]) -> None:
    """Let a pipe hold as much as we read at once, where the system can: two processes then wait less for each other."""
    try:
        import fcntl  # noqa: PLC0415 - POSIX alone has it

        fcntl.fcntl(stream.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    except (ImportError, AttributeError, OSError):
        return
