"""What a walk lists below any lists of patterns is what git would list, and what was left aside of a list is told of."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sealguard.gitignore import MAX_LENGTH, MAX_SIZE
from sealguard.model import Skipped
from sealguard.sources import Batch
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Repository

NAMES = st.sampled_from(["a", "b", "ab", "a.b", ".a", "b.o", "ab.o", "c d", "[", "!x", "#x", "é"])
PIECES = st.one_of(
    NAMES,
    st.sampled_from(
        [
            "*",
            "?",
            "**",
            "***",
            "*.o",
            "a*",
            "*b",
            "[ab]",
            "[!a]",
            "[^a-b]*",
            "[[:alpha:]]",
            "\\a",
            "\\*",
            "a**b",
            "[",
            "*a*b*",
            "\\",
            "[a-",
            "[\\]a]",
        ]
    ),
)
PATTERNS = st.builds(
    lambda negated, anchored, pieces, directory, end: negated + anchored + "/".join(pieces) + directory + end,
    st.sampled_from(["", "", "", "!"]),
    st.sampled_from(["", "", "/"]),
    st.lists(PIECES, min_size=1, max_size=3),
    st.sampled_from(["", "", "/"]),
    st.sampled_from(["", "", "", " ", "\\ ", "\r"]),
)
LISTS = st.lists(PATTERNS, min_size=1, max_size=6).map("\n".join)
FILES = st.lists(st.lists(NAMES, min_size=1, max_size=4).map("/".join), min_size=1, max_size=10, unique=True)


def plant(top: Path, files: list[str], lists: dict[str, str]) -> None:
    for name, content in {**dict.fromkeys(files, ""), **lists}.items():
        path = top / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode())
        except OSError:  # one name is both a file and a directory
            continue


def listed(top: Path) -> list[bytes]:
    return sorted(path for batch in Worktree((str(top),)).batches() if isinstance(batch, Batch) for path in batch.paths)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    files=FILES,
    root=LISTS,
    nested=st.dictionaries(NAMES.map(lambda name: f"{name}/.gitignore"), LISTS, max_size=2),
    exclude=st.one_of(st.just(""), LISTS),
    tracked=st.sets(st.integers(0, 9), max_size=3),
)
def test_the_worktree_has_the_files_that_git_would_list(
    repository: Repository, files: list[str], root: str, nested: dict[str, str], exclude: str, tracked: set[int]
) -> None:
    top = repository.top
    for entry in os.scandir(top):
        if entry.name != ".git":
            shutil.rmtree(entry.path) if entry.is_dir(follow_symlinks=False) else os.unlink(entry.path)  # noqa: PTH108 - an entry has a path, and is none
    (top / ".git" / "index").unlink(missing_ok=True)
    plant(top, files, {".gitignore": root, **nested})
    (top / ".git" / "info" / "exclude").write_text(exclude)
    chosen = [name for at, name in enumerate(files) if at in tracked and (top / name).is_file()]
    if chosen:
        subprocess.run(["git", "--literal-pathspecs", "-C", top, "add", "--force", "--", *chosen], check=True)
    said = subprocess.run(
        ["git", "-C", top, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True
    )
    assert listed(top) == sorted(set(said.stdout.split(b"\0")[:-1]))


# What is left aside --------------------------------------------------------------------------------------------------


def told(top: Path) -> list[Skipped]:
    return [one for one in Worktree((str(top),)).batches() if isinstance(one, Skipped)]


def test_an_absurd_line_is_left_aside_alone(repository: Repository) -> None:
    repository.write("sub/.gitignore", "*.log\n" + "a*" * MAX_LENGTH + "\n*.tmp\n")
    for name in ("a.log", "a.tmp", "a.py"):
        repository.write(f"sub/{name}")
    assert listed(repository.top) == [b"sub/.gitignore", b"sub/a.py"]
    assert told(repository.top) == [
        Skipped("sub/.gitignore", f"its patterns longer than {MAX_LENGTH:,} bytes were left aside", incomplete=False)
    ]


def test_the_scan_is_incomplete_where_it_could_have_let_files_in(repository: Repository) -> None:
    repository.write(".gitignore", "*.log\n!" + "a" * MAX_LENGTH + "\n")
    assert [one.incomplete for one in told(repository.top)] == [True]


def test_the_private_list_of_a_repository_is_told_of_by_its_name(repository: Repository) -> None:
    repository.write(".git/info/exclude", "*\n" + "#" * MAX_SIZE)
    repository.write("a.py")
    assert listed(repository.top) == [b"a.py"]
    assert told(repository.top) == [
        Skipped(".git/info/exclude", f"it is larger than {MAX_SIZE:,} bytes, so it ignores nothing", incomplete=False)
    ]


# What it costs -------------------------------------------------------------------------------------------------------

LISTING = "from sealguard.sources.worktree import Worktree as Source\nsource = Source(('.',))"
STAGED = "from sealguard.sources.staged import Staged as Source\nsource = Source('.')"


@pytest.mark.parametrize(
    ("source", "patterns", "imported"),
    [(LISTING, "# nothing yet\n\n", False), (LISTING, "*.log\n", True), (STAGED, "*.log\n", False)],
    ids=["a list without patterns", "a list with patterns", "the index"],
)
def test_pathspec_is_imported_where_there_are_patterns_to_read(
    repository: Repository,
    source: str,
    patterns: str,
    imported: bool,  # noqa: FBT001 - a table's column
) -> None:
    repository.write(".gitignore", patterns)
    repository.git("add", "--all")
    code = f"import sys\n{source}\nassert list(source.batches())\nprint('pathspec' in sys.modules)\n"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=repository.top)
    assert done.stdout.strip() == str(imported)
