"""Where a tree comes from, without a password that its remote's URL may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sealguard.reports import Provenance
from sealguard.reports.provenance import provenance

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Repository


@pytest.mark.parametrize(
    ("remote", "shown"),
    [
        ("https://github.com/acme/app.git", "https://github.com/acme/app.git"),
        ("https://me:hunter2@git.example.org:8443/acme/app?token=hunter2#x", "https://git.example.org/acme/app"),
        ("git@github.com:acme/app.git", "https://github.com/acme/app.git"),
        ("ssh://git@github.com:22/acme/app", "https://github.com/acme/app"),
        ("../elsewhere", ""),
        ("/srv/git/app.git", ""),
        ("ext::sh -c evil", ""),
        ("https://example.org/\x1b[31m", ""),
    ],
)
def test_the_remote_is_shown_as_a_plain_address(remote: str, shown: str, repository: Repository) -> None:
    repository.commit()
    repository.git("config", "remote.other.url", "https://other.example/x")
    repository.git("config", "remote.origin.url", remote)
    assert provenance(str(repository.top)).repository == shown


def test_revision_and_branch_are_those_of_head(repository: Repository) -> None:
    repository.commit()
    head = repository.git("rev-parse", "HEAD").strip()
    assert provenance(str(repository.top)) == Provenance("", head, "main")
    repository.git("pack-refs", "--all")
    assert provenance(str(repository.top)).revision == head
    repository.git("checkout", "--quiet", "--detach")
    assert provenance(str(repository.top)) == Provenance("", head, "")


def test_a_linked_work_tree_is_its_own(repository: Repository, tmp_path: Path) -> None:
    repository.commit()
    repository.git("config", "remote.origin.url", "https://github.com/acme/app")
    repository.git("worktree", "add", "--quiet", "-b", "feature/x", str(tmp_path / "linked"))
    assert provenance(str(tmp_path / "linked")) == Provenance(
        "https://github.com/acme/app", repository.git("rev-parse", "HEAD").strip(), "feature/x"
    )


def test_a_repository_without_a_commit_and_no_repository_tell_nothing(repository: Repository, tmp_path: Path) -> None:
    assert provenance(str(repository.top)) == Provenance("", "", "main")
    (tmp_path / "plain").mkdir()
    assert provenance(str(tmp_path / "plain")) == Provenance()


def test_what_a_hostile_repository_makes_of_its_own_files_is_not_believed(repository: Repository) -> None:
    directory = repository.top / ".git"
    (directory / "HEAD").write_text("ref: refs/heads/../../../../etc/passwd\n")
    (directory / "config").write_bytes(b"\xff\xfe[remote")
    assert provenance(str(repository.top)).revision == ""
    (directory / "HEAD").write_text("ref: refs/heads/\x1b[31mred\n")
    assert provenance(str(repository.top)) == Provenance()
