"""The index, as the next commit has it, from repositories that nobody can trust."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from sealguard.model import Skipped
from sealguard.sources import Batch, git
from sealguard.sources.staged import Staged
from sealguard.sources.stdin import StandardInput
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Repository


def contents(source: Staged) -> dict[str, bytes | Skipped]:
    """Give what a source reads, by path."""
    found: dict[str, bytes | Skipped] = {}
    for item in source.batches():
        for read in [item] if isinstance(item, Skipped) else source.read(item):
            if isinstance(read, Skipped):
                found[read.path] = read
            else:
                found[os.fsdecode(read[0])] = read[1]
    return found


def staged(repository: Repository, *paths: str, **more: int) -> dict[str, bytes | Skipped]:
    return contents(Staged(str(repository.top), paths, **more))  # type: ignore[arg-type] # only `limit` is given


def test_before_the_first_commit_everything_is_new(repository: Repository) -> None:
    repository.write("a.py", "one\n")
    repository.git("add", "a.py")
    assert staged(repository) == {"a.py": b"one\n"}


def test_a_file_that_is_staged_in_part_is_read_as_staged(repository: Repository) -> None:
    repository.write("a.py", "one\n")
    repository.commit()
    repository.write("a.py", "two\n")
    repository.git("add", "a.py")
    repository.write("a.py", "three\n")
    repository.write("untracked.py")
    assert staged(repository) == {"a.py": b"two\n"}


def test_only_what_changes_is_read(repository: Repository) -> None:
    for name in ("same.py", "gone.py", "old.py", "mode.sh"):
        repository.write(name, name)
    repository.commit()
    repository.git("mv", "old.py", "new.py")
    repository.git("rm", "--quiet", "gone.py")
    repository.write("added.py", "added")
    (repository.top / "mode.sh").chmod(0o755)
    (repository.top / "link").symlink_to("same.py")
    repository.git("add", "--all")
    assert staged(repository) == {"added.py": b"added", "mode.sh": b"mode.sh", "new.py": b"old.py"}


def test_paths_and_excludes_restrict_it(repository: Repository) -> None:
    for name in ("src/a.py", "src/b.py", "srcx/c.py", "d.py"):
        repository.write(name)
    repository.git("add", "--all")
    assert set(staged(repository, "src")) == {"src/a.py", "src/b.py"}
    assert set(staged(repository, "src/a.py", "d.py", "missing.py")) == {"src/a.py", "d.py"}
    assert set(staged(repository, ".")) == {"src/a.py", "src/b.py", "srcx/c.py", "d.py"}
    assert set(contents(Staged(str(repository.top / "src"), ("a.py",)))) == {"src/a.py"}
    assert set(contents(Staged(str(repository.top), exclude=("src/", "d.py")))) == {"srcx/c.py"}


def test_the_index_of_a_partial_commit_is_the_one_that_counts(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a.py", "one\n")
    repository.commit()
    repository.write("a.py", "two\n")
    repository.git("add", "a.py", GIT_INDEX_FILE=str(repository.top / ".git/next-index"))
    assert staged(repository) == {}
    monkeypatch.chdir(repository.top)
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/next-index")
    assert staged(repository)["a.py"] == b"two\n"


def test_a_hook_in_a_linked_worktree_and_in_a_separate_directory_is_served(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit()
    repository.git("worktree", "add", "--quiet", str(tmp_path / "linked"))
    linked = type(repository)(tmp_path / "linked")
    linked.write("a.py", "linked")
    linked.git("add", "a.py")
    assert staged(linked) == {"a.py": b"linked"}
    (tmp_path / "bare").mkdir()
    (tmp_path / "files").mkdir()
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "bare"))
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path / "files"))
    separate = type(repository)(tmp_path / "files")
    separate.git("init", "--quiet")
    separate.write("b.py", "separate")
    separate.git("add", "b.py")
    assert staged(separate) == {"b.py": b"separate"}


def test_what_cannot_be_read_is_told_of(repository: Repository) -> None:
    repository.write("large.py", "x" * 101)
    repository.write("missing.py", "missing")
    repository.write("small.py", "small")
    repository.git("add", "--all")
    name = repository.git("hash-object", "missing.py").strip()
    (repository.top / ".git/objects" / name[:2] / name[2:]).unlink()
    found = staged(repository, limit=100)
    assert found["small.py"] == b"small"
    assert found["large.py"] == Skipped("large.py", "it is larger than 100 bytes ('max-file-size')")
    assert found["missing.py"] == Skipped("missing.py", "git does not have its content")


def test_an_unfinished_merge_is_told_of(repository: Repository) -> None:
    repository.write("a.py", "base\n")
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "other")
    repository.write("a.py", "theirs\n")
    repository.commit()
    repository.git("checkout", "--quiet", "main")
    repository.write("a.py", "ours\n")
    repository.commit()
    with pytest.raises(Exception, match="merge"):
        repository.git("merge", "--quiet", "other")
    assert staged(repository) == {"a.py": Skipped("a.py", "its merge is not finished")}


def test_without_a_repository_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(git.GitError, match="no git repository"):
        list(Staged(str(tmp_path)).batches())


def test_a_reader_that_stops_early_leaves_no_git_behind(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        repository.write(f"{number}.py", "x" * 1_000_000)  # more than a pipe holds
    repository.git("add", "--all")
    source = Staged(str(repository.top))
    (batch,) = source.batches()
    assert isinstance(batch, Batch)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def recording(*arguments: Any, **named: Any) -> subprocess.Popen[bytes]:  # noqa: ANN401 - whatever it is given
        started.append(popen(*arguments, **named))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", recording)
    reading = source.read(batch)
    next(reading)
    assert [process.poll() for process in started] == [None]
    reading.close()  # type: ignore[attr-defined] # a generator is what `read` is
    assert [process.returncode for process in started] != [None]


# Hostile repositories ------------------------------------------------------------------------------------------------


def hostile(repository: Repository, witness: Path) -> None:
    """Let everything that a configuration can make git run leave a trace."""
    script = witness.parent / "run"
    script.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{witness}'\n")
    script.chmod(0o755)
    run = str(script)
    for key in (
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.askPass",
        "core.editor",
        "core.gitProxy",
        "diff.external",
        "diff.evil.textconv",
        "diff.evil.command",
        "filter.evil.clean",
        "filter.evil.smudge",
        "filter.evil.process",
        "gpg.program",
        "credential.helper",
        "remote.origin.uploadpack",
        "alias.ls-files",
        "alias.diff-index",
        "pager.ls-files",
        "pager.diff-index",
        "interactive.diffFilter",
    ):
        repository.git("config", key, f"!{run}" if key.startswith("alias") else run)
    repository.git("config", "core.hooksPath", str(witness.parent))
    repository.git("config", "remote.origin.url", f"ext::{run}")
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "core.repositoryFormatVersion", "1")
    for hook in ("post-index-change", "fsmonitor-watchman", "post-checkout", "pre-auto-gc"):
        (repository.top / ".git/hooks").mkdir(exist_ok=True)
        (repository.top / ".git/hooks" / hook).symlink_to(script)
        (witness.parent / hook).symlink_to(script)


def test_nothing_that_a_repository_configures_is_run(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "trap").mkdir()
    witness = tmp_path / "trap/witness"
    repository.write("a.py", "one\n")
    repository.write(".gitattributes", "* diff=evil filter=evil\n")
    repository.commit()
    repository.write("a.py", "two\n")
    repository.write("missing.py", "missing")
    repository.git("add", "--all")
    name = repository.git("hash-object", "--no-filters", "missing.py").strip()
    (repository.top / ".git/objects" / name[:2] / name[2:]).unlink()
    hostile(repository, witness)
    assert staged(repository) == {"a.py": b"two\n", "missing.py": Skipped("missing.py", "git does not have its content")}
    assert any(isinstance(item, Batch) for item in Worktree((str(repository.top),)).batches())
    assert not witness.exists(), witness.read_text()
    subprocess.run(["git", "-C", repository.top, "status"], capture_output=True, check=False)
    assert witness.exists(), "the trap does not work, so that the test shows nothing"


def test_a_configured_worktree_is_not_believed(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/private").write_text("private")
    repository.write("a.py")
    repository.git("add", "a.py")
    repository.git("config", "core.worktree", str(tmp_path / "elsewhere"))
    assert set(staged(repository)) == {"a.py"}
    assert Worktree((str(repository.top),)).root == str(repository.top)


def test_variables_of_another_repository_do_not_redirect_a_worktree_scan(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("build/tracked.py")
    repository.git("add", "build/tracked.py")
    repository.write(".gitignore", "build/\n")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "another"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "another-index"))
    listed = [path for batch in Worktree((str(repository.top),)).batches() if isinstance(batch, Batch) for path in batch.paths]
    assert b"build/tracked.py" in listed


# Standard input ------------------------------------------------------------------------------------------------------


def test_standard_input_is_one_file_with_a_name() -> None:
    source = StandardInput(b"content", "src/a.py")
    (batch,) = source.batches()
    assert isinstance(batch, Batch)
    assert list(source.read(batch)) == [(b"src/a.py", b"content")]


def test_standard_input_over_the_limit_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"x" * 1000)
    with (tmp_path / "long").open("rb") as stream:
        source = StandardInput.of(stream, "a.py", limit=100)
        assert stream.tell() == 101
    (batch,) = source.batches()
    assert isinstance(batch, Batch)
    assert list(source.read(batch)) == [Skipped("a.py", "it is larger than 100 bytes ('max-file-size')")]
