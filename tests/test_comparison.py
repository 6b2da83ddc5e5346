"""`scan --diff-base`: what the branch introduces is reported, and nothing that only moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from realistic import realistic

from sealguard.analysis import Settings
from sealguard.comparison import compare
from sealguard.config import Config
from sealguard.engine import scan
from sealguard.sources import git
from sealguard.sources.git import GitError
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from conftest import Repository

OLD, NEW = realistic("sm", 1), realistic("sm", 2)
URL = 'URL = "http://my.sealmetrics.com/api/v1/sites"\n'


def key(token: str, name: str = "SEALMETRICS_API_KEY") -> str:
    return f'{name} = "{token}"\n'


def introduced(repository: Repository, base: str = "main", below: str = ".") -> list[tuple[str, int, str]]:
    """Scan the work tree and give path, line and rule of what a branch from `base` introduces."""
    root = str(repository.top / below)
    settings = Settings(config=Config(), root=root)
    report = scan(Worktree((root,), root), settings, jobs=1)
    found = git.find(root)
    assert found
    before = len(report.findings)
    compare(report, found, base, settings, jobs=1)
    assert len(report.findings) == before, "nothing is dropped"
    return [(finding.path, finding.region.start_line, finding.rule) for finding in report.active]


@pytest.fixture
def branch(repository: Repository) -> Repository:
    """Give a repository whose main branch has a token and an insecure endpoint, with a branch checked out."""
    repository.write("app/settings.py", key(OLD) + URL)
    repository.commit()
    repository.git("checkout", "--quiet", "-b", "topic")
    return repository


def test_what_was_there_is_no_news(branch: Repository) -> None:
    assert introduced(branch) == []


def test_lines_that_move_are_not_new(branch: Repository) -> None:
    branch.write("app/settings.py", "import os\n\n\n" + URL + "\n# more\n" + key(OLD))
    assert introduced(branch) == []


def test_what_moves_to_another_file_is_not_new(branch: Repository) -> None:
    branch.git("mv", "app/settings.py", "app/config.py")
    assert introduced(branch) == []


def test_a_second_copy_is_new(branch: Repository) -> None:
    branch.write("app/copy.py", key(OLD))
    assert introduced(branch) == [("app/copy.py", 1, "hardcoded-token")]


def test_another_token_in_the_same_place_is_new(branch: Repository) -> None:
    branch.write("app/settings.py", key(NEW) + URL)
    assert introduced(branch) == [("app/settings.py", 1, "hardcoded-token")]


def test_a_second_fault_of_a_kind_is_new_once(branch: Repository) -> None:
    branch.write("app/settings.py", key(OLD) + URL + URL.replace("URL", "OTHER"))
    assert introduced(branch) == [("app/settings.py", 3, "insecure-endpoint")]


def test_what_main_got_since_is_compared_with_where_the_branch_began(branch: Repository) -> None:
    branch.git("checkout", "--quiet", "main")
    branch.write("later.py", key(NEW))
    branch.commit()
    branch.git("checkout", "--quiet", "topic")
    branch.write("app/own.py", key(NEW))
    assert introduced(branch) == [("app/own.py", 1, "hardcoded-token")]


def test_a_directory_is_compared_with_itself(branch: Repository) -> None:
    branch.write("app/more.py", key(NEW))
    assert introduced(branch, below="app") == [("more.py", 1, "hardcoded-token")]


def test_a_base_that_is_not_there_is_an_error(branch: Repository) -> None:
    with pytest.raises(GitError, match="there is no commit 'origin/main'"):
        introduced(branch, "origin/main")
