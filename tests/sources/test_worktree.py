"""What is listed and read on disk, what is not, and that nothing is left out in silence."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sealguard import sources
from sealguard.model import Skipped
from sealguard.sources import Batch
from sealguard.sources.worktree import Worktree, scan_root

if TYPE_CHECKING:
    from conftest import Repository


def paths(source: Worktree) -> list[str]:
    """Give the files that a source lists, each once."""
    found = [os.fsdecode(path) for batch in source.batches() if isinstance(batch, Batch) for path in batch.paths]
    assert len(found) == len(set(found)), "a file is listed twice"
    return sorted(found)


def skips(source: Worktree) -> dict[str, Skipped]:
    """Give what a source does not read, from the list and from reading, by path."""
    found = []
    for item in source.batches():
        found += [item] if isinstance(item, Skipped) else [read for read in source.read(item) if isinstance(read, Skipped)]
    return {skip.path: skip for skip in found}


def tree(top: Path, *names: str) -> Path:
    for name in names:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("text\n")
    return top


def at(top: Path, *names: str) -> Worktree:
    return Worktree(tuple(str(top / name) for name in names) or (str(top),))


# .gitignore ----------------------------------------------------------------------------------------------------------


def test_gitignore_counts_without_git_too(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "a.log", "build/x", "sub/keep.log", "sub/b.log")
    (tmp_path / ".gitignore").write_text("*.log\nbuild/\n")
    (tmp_path / "sub/.gitignore").write_text("!keep.log\n")
    assert paths(at(tmp_path)) == [".gitignore", "a.py", "sub/.gitignore", "sub/keep.log"]


def test_a_tracked_file_is_listed_whatever_gitignore_says(repository: Repository) -> None:
    tree(repository.top, "build/deep/tracked", "build/deep/other", "other.log", "tracked.log")
    repository.git("add", "build/deep/tracked", "tracked.log")
    repository.write(".gitignore", "build/\n*.log\n")
    source = at(repository.top)
    assert paths(source) == [".gitignore", "build/deep/tracked", "tracked.log"]
    known = {path: batch.tracked for batch in source.batches() if isinstance(batch, Batch) for path in batch.paths}
    assert known == {b".gitignore": False, b"build/deep/tracked": True, b"tracked.log": True}


def test_the_rules_from_above_count_in_a_directory_that_is_named(repository: Repository) -> None:
    tree(repository.top, "src/a.py", "src/a.log", "src/secret.txt", "other.py")
    repository.write(".gitignore", "*.log\n")
    (repository.top / ".git/info/exclude").write_text("secret.txt\n")
    assert paths(at(repository.top, "src")) == ["src/a.py"]


def test_gitignore_can_be_left_aside(tmp_path: Path) -> None:
    tree(tmp_path, "a.log")
    (tmp_path / ".gitignore").write_text("*.log\n")
    assert paths(Worktree((str(tmp_path),), gitignore=False)) == [".gitignore", "a.log"]


def test_a_list_that_ignores_everything_is_left_aside_where_git_cannot_tell_what_is_tracked(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "sub/b.py", "venv/lib.py")
    (tmp_path / ".gitignore").write_text("/*\n")
    (tmp_path / "venv/.gitignore").write_text("*\n")
    source = at(tmp_path)
    assert paths(source) == [".gitignore", "a.py", "sub/b.py"]
    assert not skips(source)[".gitignore"].incomplete


def test_it_is_believed_where_git_can_tell(repository: Repository) -> None:
    tree(repository.top, "a.py", "b.py")
    repository.git("add", "a.py")
    repository.write(".gitignore", "*\n")
    assert paths(at(repository.top)) == ["a.py"]


# Named paths ---------------------------------------------------------------------------------------------------------


def test_what_is_named_is_scanned_even_if_it_is_ignored(repository: Repository) -> None:
    tree(repository.top, "a.log", "build/b", "build/sub/c", "src/d")
    repository.write(".gitignore", "*.log\nbuild/\n")
    assert paths(at(repository.top, "a.log")) == ["a.log"]
    assert paths(at(repository.top, "build")) == ["build/b", "build/sub/c"]
    assert paths(at(repository.top, ".", "build/sub", "a.log", "src", "src/d")) == [".gitignore", "a.log", "build/sub/c", "src/d"]


def test_excluded_paths_are_not_scanned_even_if_they_are_named_or_tracked(repository: Repository) -> None:
    tree(repository.top, "a.py", "vendor/b.py", "sub/c.min.js")
    repository.commit()
    source = Worktree(
        (str(repository.top), str(repository.top / "vendor/b.py"), str(repository.top / "vendor")), exclude=("vendor/", "*.min.js")
    )
    assert paths(source) == ["a.py"]


def test_excludes_are_relative_to_the_configuration(tmp_path: Path) -> None:
    tree(tmp_path, "a.py", "b.py")
    assert paths(Worktree((str(tmp_path),), exclude=("/project/a.py", "/b.py"), prefix="project/")) == ["b.py"]


def test_named_paths_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    tree(tmp_path, "file")
    (tmp_path / "link").symlink_to("file")
    found = skips(Worktree((str(tmp_path / "missing"), str(tmp_path / "link")), root=str(tmp_path)))
    assert {path: skip.incomplete for path, skip in found.items()} == {"missing": True, "link": True}
    assert found["link"].reason == "it is a symbolic link"


def test_the_root_is_the_repository_or_what_the_paths_share(repository: Repository, tmp_path: Path) -> None:
    tree(repository.top, "src/a.py", "tests/b.py")
    tree(tmp_path, "plain/a", "plain/b")
    assert scan_root([str(repository.top / "src")]) == str(repository.top)
    assert scan_root([str(repository.top / "src/a.py"), str(repository.top / "tests")]) == str(repository.top)
    assert scan_root([str(tmp_path / "plain/a"), str(repository.top)]) == str(tmp_path)


# Repositories in repositories ----------------------------------------------------------------------------------------


def test_a_nested_repository_has_rules_and_an_index_of_its_own(repository: Repository) -> None:
    inner = type(repository)(repository.top / "vendor/inner")
    tree(inner.top, "a.py", "a.log", "tracked.tmp", "other.tmp")
    inner.git("init", "--quiet")
    inner.write(".gitignore", "*.tmp\n")
    inner.git("add", "--force", "tracked.tmp")
    repository.write(".gitignore", "*.log\n")
    assert paths(at(repository.top)) == [
        ".gitignore",
        "vendor/inner/.gitignore",
        "vendor/inner/a.log",
        "vendor/inner/a.py",
        "vendor/inner/tracked.tmp",
    ]


def test_a_submodule_is_walked_even_if_it_is_ignored(repository: Repository, tmp_path: Path) -> None:
    library = type(repository)(tmp_path / "library")
    tree(library.top, "lib.py")
    library.git("init", "--quiet")
    library.commit()
    repository.git("submodule", "--quiet", "add", str(library.top), "libs/one")
    repository.write(".gitignore", "libs/\n")
    assert paths(at(repository.top)) == [".gitignore", ".gitmodules", "libs/one/lib.py"]


def test_an_ignored_repository_is_not_walked(repository: Repository) -> None:
    inner = type(repository)(repository.top / "inner")
    tree(inner.top, "a.py")
    inner.git("init", "--quiet")
    inner.commit()
    repository.write(".gitignore", "inner/\n")
    assert paths(at(repository.top)) == [".gitignore"]


def test_a_fake_repository_hides_nothing_that_is_tracked(repository: Repository) -> None:
    tree(repository.top, "sub/a.py", "sub/b.py")
    repository.commit()
    tree(repository.top, "sub/.git/HEAD")
    repository.write("sub/.gitignore", "*\n")
    assert paths(at(repository.top)) == ["sub/a.py", "sub/b.py"]


def test_an_index_that_cannot_be_read_makes_the_scan_incomplete(repository: Repository) -> None:
    tree(repository.top, "a.py")
    (repository.top / ".git/index").write_bytes(b"not an index")
    source = at(repository.top)
    assert paths(source) == ["a.py"]
    assert skips(source)[".git"].incomplete


# What is no plain file -----------------------------------------------------------------------------------------------


def test_links_are_not_followed(tmp_path: Path) -> None:
    outside = tree(tmp_path / "outside", "secret")
    inside = tree(tmp_path / "inside", "a.py")
    (inside / "link").symlink_to(outside / "secret")
    (inside / "directory").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    assert paths(at(inside)) == ["a.py"]
    assert skips(at(inside)) == {}


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        found = skips(at(tmp_path))
    assert {path: skip.incomplete for path, skip in found.items()} == {"fifo": False, "socket": False}


def test_a_fifo_that_took_a_files_place_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "file")
    assert list(at(tmp_path).read(Batch([b"file"]))) == [Skipped("file", "it is not a regular file any more")]


def test_a_link_that_took_a_files_place_is_not_followed(tmp_path: Path) -> None:
    tree(tmp_path, "outside")
    (tmp_path / "file").symlink_to("outside")
    assert list(at(tmp_path).read(Batch([b"file"]))) == [Skipped("file", "it is a symbolic link")]


def test_what_is_gone_is_told_of(tmp_path: Path) -> None:
    assert list(at(tmp_path).read(Batch([b"gone"]))) == [Skipped("gone", "it is not there any more")]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_of(tmp_path: Path) -> None:
    tree(tmp_path, "file", "directory/file")
    (tmp_path / "file").chmod(0)
    (tmp_path / "directory").chmod(0)
    found = skips(at(tmp_path))
    (tmp_path / "directory").chmod(0o700)
    assert {path: (skip.reason, skip.incomplete) for path, skip in found.items()} == {
        "file": ("permission denied", True),
        "directory": ("permission denied", True),
    }


def test_a_file_over_the_limit_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x" * 101)
    (tmp_path / "small").write_bytes(b"x" * 100)
    source = Worktree((str(tmp_path),), limit=100)
    assert paths(source) == ["small"]
    assert skips(source)["large"].incomplete
    assert "100 bytes" in skips(source)["large"].reason


def test_a_file_that_grows_is_read_to_its_end_or_to_the_limit() -> None:
    procfs = Path("/proc/self/status")  # a file that says it has no size
    if procfs.exists():
        source = Worktree((str(procfs.parent),), root="/proc/self")
        ((path, content),) = (item for item in source.read(Batch([b"status"])) if not isinstance(item, Skipped))
        assert path == b"status"
        assert content.startswith(b"Name:")
        assert len(content) > 100
        limited = Worktree((str(procfs.parent),), root="/proc/self", limit=100)
        assert all(isinstance(item, Skipped) for item in limited.read(Batch([b"status"])))


def test_names_need_not_be_utf_8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9\n.py"
    try:
        with open(name, "wb") as stream:  # noqa: PTH123 - a path of bytes
            stream.write(b"text")
    except OSError:
        pytest.skip("this file system has names in UTF-8 only")
    source = at(tmp_path)
    (batch,) = source.batches()
    assert isinstance(batch, Batch)
    assert list(source.read(batch)) == [(b"caf\xe9\n.py", b"text")]


def test_deep_trees_are_walked_and_too_deep_ones_told_of(tmp_path: Path) -> None:
    deep = "/".join(["d" * 100] * 30)
    tree(tmp_path, f"{deep}/file")
    here = os.open(tmp_path / deep, os.O_RDONLY)
    for _ in range(15):
        os.mkdir("d" * 100, dir_fd=here)  # deeper than a path can be
        inner = os.open("d" * 100, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = inner
    os.close(here)
    source = at(tmp_path)
    assert paths(source) == [f"{deep}/file"]
    (skip,) = skips(source).values()
    assert (skip.reason, skip.incomplete) == ("its path is too long", True)


# Batches -------------------------------------------------------------------------------------------------------------


def test_batches_are_closed_by_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "BATCH_BYTES", 1000)
    for number in range(20):
        (tmp_path / f"{number:02}").write_bytes(b"x" * 300)
    batches = [batch for batch in at(tmp_path).batches() if isinstance(batch, Batch)]
    assert [len(batch.paths) for batch in batches] == [4] * 5


def test_a_batch_can_be_divided_without_losing_a_file() -> None:
    batch = Batch([b"%d" % number for number in range(10)], tracked=True)
    pieces = list(batch.after(1).pieces(4))
    assert [path for piece in pieces for path in piece.paths] == batch.paths[1:]
    assert [len(piece.paths) for piece in pieces] == [3, 3, 3]
    assert all(piece.tracked for piece in pieces)
