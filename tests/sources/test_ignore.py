"""Patterns of `.gitignore` mean what git says they mean, and none takes long."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sealguard.sources import Batch
from sealguard.sources.ignore import MAX_SIZE, Rules, ignores_below
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Repository


def ignored(patterns: str, path: str) -> bool:
    return ignores_below((Rules(patterns.encode()),), path.encode())


@pytest.mark.parametrize(
    ("patterns", "path", "expected"),
    [
        ("*.log", "a.log", True),
        ("*.log", "deep/er/a.log", True),
        ("/a.log", "deep/a.log", False),
        ("build/", "build/x", True),
        ("build/", "build", False),
        ("doc/*.txt", "doc/a.txt", True),
        ("doc/*.txt", "doc/server/a.txt", False),
        ("**/foo", "a/b/foo", True),
        ("foo/**", "foo/a/b", True),
        ("a/**/b", "a/b", True),
        ("a/**/b", "a/x/y/b", True),
        ("*\n!*.py", "a.py", False),
        ("build/\n!build/keep.txt", "build/keep.txt", True),
        ("/*\n!/src\n", "src/a", False),
        ("\\#file\n\\!file", "#file", True),
        ("\\#file\n\\!file", "!file", True),
        ("# comment", "# comment", False),
        ("trailing   ", "trailing", True),
        ("escaped\\ ", "escaped ", True),
        ("crlf\r\n", "crlf", True),
        ("\ufeffbom", "bom", True),
        ("[a-c].o", "b.o", True),
        ("[!a-c].o", "b.o", False),
        ("[]].o", "].o", True),
        ("[[:digit:]]", "7", True),
        ("[unclosed", "[unclosed", False),
        ("a\\", "a\\", False),
        ("x/a**b", "x/acb", True),
        ("x/a**b", "x/a/b", False),
        ("/a[^x]b", "a/b", False),
        ("/**\n!/a/", "a/b", True),
        ("?", "é", False),
        ("??", "é", True),
    ],
)
def test_patterns_mean_what_they_mean_to_git(repository: Repository, patterns: str, path: str, expected: bool) -> None:  # noqa: FBT001 - a table's column
    assert ignored(patterns, path) is expected
    repository.write(".gitignore", patterns)
    asked = subprocess.run(["git", "-C", repository.top, "check-ignore", "-q", "--no-index", "--", path], check=False)
    assert (asked.returncode == 0) is expected, "git itself says otherwise"


def test_a_list_that_nobody_wrote_ignores_nothing() -> None:
    assert not ignored("*\n" + "#" * MAX_SIZE, "a")


@pytest.mark.parametrize("pattern", ["*a" * 60 + "b", "**/a/" * 60 + "b", "/**/" + "*a*/" * 60 + "b", "a*" * 100 + "/x"])
@pytest.mark.parametrize("path", ["a" * 250, "/".join("a" * 500), "/".join(["a" * 40] * 60)])
def test_no_pattern_makes_matching_slow(pattern: str, path: str) -> None:
    rules = Rules(pattern.encode())
    start = time.process_time()
    rules.verdict(path.encode(), path.rpartition("/")[2].encode(), directory=False)
    assert time.process_time() - start < 0.5, "backtracking takes longer than the universe is old"


# Against git ---------------------------------------------------------------------------------------------------------

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
