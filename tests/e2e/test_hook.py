"""The hook as people install it: pre-commit clones this repository and installs it, and git asks it before each commit.

The hook is made from the last commit, as pre-commit does; what is not committed yet is no part of these tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from realistic import realistic

if TYPE_CHECKING:
    from conftest import Repository

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent
TOKEN = realistic("sm")

FAULTY = (
    f'import requests\n\nHEADERS = {{"X-API-Key": "{TOKEN}"}}\nrequests.get("https://my.sealmetrics.com/api/v1/sites", headers=HEADERS)\n'
)
MOVED = FAULTY.replace(f'"{TOKEN}"', 'os.environ["SEALMETRICS_API_KEY"]').replace("import requests", "import os\n\nimport requests")


@dataclass(frozen=True)
class PreCommit:
    """A clone of this repository that pre-commit installs hooks from, and a place for what it installs."""

    clone: Path
    home: Path

    def run(self, repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self._process([sys.executable, "-m", "pre_commit", *arguments], repository)

    def commit(self, repository: Repository, message: str) -> subprocess.CompletedProcess[str]:
        return self._process(["git", "commit", "-m", message], repository)

    def _process(self, command: list[str], repository: Repository) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PRE_COMMIT_HOME": str(self.home), "PRE_COMMIT_COLOR": "never"}
        return subprocess.run(command, cwd=repository.top, env=environment, capture_output=True, text=True, check=False, timeout=300)

    def install(self, repository: Repository) -> None:
        """Have the hook of the clone's last commit asked before each commit."""
        revision = subprocess.run(["git", "-C", str(self.clone), "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout
        repository.write(
            ".pre-commit-config.yaml", f"repos:\n- repo: {self.clone.as_uri()}\n  rev: {revision.strip()}\n  hooks:\n  - id: sealguard\n"
        )
        repository.git("add", ".pre-commit-config.yaml")
        done = self.run(repository, "install", "--install-hooks")
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory: pytest.TempPathFactory) -> PreCommit:
    if not (TOP / ".git").exists():
        pytest.skip("pre-commit installs hooks from a git repository, and this is none")
    place = tmp_path_factory.mktemp("pre-commit")
    subprocess.run(["git", "clone", "--quiet", str(TOP), str(place / "sealguard")], check=True, capture_output=True)
    return PreCommit(place / "sealguard", place / "home")


def commits(repository: Repository) -> int:
    done = subprocess.run(["git", "-C", str(repository.top), "rev-list", "--all"], capture_output=True, text=True, check=True)
    return len(done.stdout.split())


# pre-commit ---------------------------------------------------------------------------------------------------------


def test_try_repo_reports_what_is_staged(repository: Repository, pre_commit: PreCommit) -> None:
    repository.write("client.py", FAULTY)
    repository.git("add", "client.py")
    done = pre_commit.run(repository, "try-repo", str(pre_commit.clone), "sealguard", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "client.py\n  3:" in done.stdout
    assert "hardcoded-token" in done.stdout
    assert TOKEN not in done.stdout + done.stderr


def test_a_commit_is_stopped_until_the_token_comes_from_the_environment(repository: Repository, pre_commit: PreCommit) -> None:
    pre_commit.install(repository)
    repository.write("client.py", FAULTY)
    repository.git("add", "client.py")
    stopped = pre_commit.commit(repository, "Ask for the sites")
    assert stopped.returncode == 1
    assert "hardcoded-token" in stopped.stdout + stopped.stderr
    assert TOKEN not in stopped.stdout + stopped.stderr
    assert commits(repository) == 0

    repository.write("client.py", MOVED)
    repository.git("add", "client.py")
    passed = pre_commit.commit(repository, "Ask for the sites")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert commits(repository) == 1


def test_many_files_are_scanned_although_pre_commit_divides_its_arguments(repository: Repository, pre_commit: PreCommit) -> None:
    pre_commit.install(repository)
    for number in range(300):
        repository.write(f"{'a-directory-with-a-long-name/' * 20}{number}.py", FAULTY if number == 299 else MOVED)
    repository.git("add", "--all")
    stopped = pre_commit.commit(repository, "Add many files")
    assert stopped.returncode == 1
    assert "299.py\n" in stopped.stdout + stopped.stderr


def test_the_whole_work_tree_is_scanned_by_the_manual_hook(repository: Repository, pre_commit: PreCommit) -> None:
    repository.write("client.py", FAULTY)
    repository.commit()
    assert pre_commit.run(repository, "try-repo", str(pre_commit.clone), "sealguard", "--all-files").returncode == 0
    manual = pre_commit.run(repository, "try-repo", str(pre_commit.clone), "sealguard-all", "--hook-stage", "manual")
    assert manual.returncode == 1, manual.stdout + manual.stderr
    assert "client.py\n  3:" in manual.stdout


# A plain hook: git alone, with nothing put aside before it runs ------------------------------------------------------


@pytest.fixture
def hooked(repository: Repository) -> Repository:
    """Give a repository whose hook runs the installed command on the index, whatever lies in the work tree."""
    hook = repository.write(".git/hooks/pre-commit", f'#!/bin/sh\nexec "{SCRIPTS}/sealguard" scan --staged\n')
    hook.chmod(0o755)
    return repository


def try_commit(repository: Repository, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(repository.top), "commit", "-m", "Say something", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_a_token_that_is_staged_stops_the_commit_although_the_work_tree_is_clean(hooked: Repository) -> None:
    hooked.write("client.py", FAULTY)
    hooked.git("add", "client.py")
    hooked.write("client.py", MOVED)
    assert try_commit(hooked).returncode == 1
    assert commits(hooked) == 0


def test_a_token_that_is_only_in_the_work_tree_does_not_stop_it(hooked: Repository) -> None:
    hooked.write("client.py", MOVED)
    hooked.git("add", "client.py")
    hooked.write("client.py", FAULTY)
    hooked.write("untracked.py", FAULTY)
    assert try_commit(hooked).returncode == 0
    assert commits(hooked) == 1


def test_a_commit_of_named_paths_is_judged_by_the_index_git_makes_for_it(hooked: Repository) -> None:
    hooked.write("client.py", MOVED)
    hooked.write("other.py", "text = 1\n")
    hooked.git("add", "--all")
    hooked.git("commit", "--quiet", "--no-verify", "-m", "Begin")
    hooked.write("client.py", FAULTY)
    hooked.git("add", "client.py")
    hooked.write("other.py", "text = 2\n")
    # Git hands its hook an index that holds `other.py` alone, so the token that is staged is no part of this commit.
    assert try_commit(hooked, "other.py").returncode == 0
    assert try_commit(hooked).returncode == 1


def test_a_token_that_was_committed_before_does_not_stop_what_follows(hooked: Repository) -> None:
    hooked.write("client.py", FAULTY)
    hooked.git("add", "--all")
    hooked.git("commit", "--quiet", "--no-verify", "-m", "Begin")
    hooked.write("notes.txt")
    hooked.git("add", "--all")
    assert try_commit(hooked).returncode == 0


def test_a_commit_is_judged_from_a_directory_below_and_in_a_linked_work_tree(hooked: Repository, tmp_path: Path) -> None:
    hooked.write("notes.txt")
    hooked.git("add", "--all")
    hooked.git("commit", "--quiet", "--no-verify", "-m", "Begin")
    linked = type(hooked)(tmp_path / "linked")
    hooked.git("worktree", "add", "--quiet", "-b", "side", str(linked.top))
    linked.write("app/client.py", FAULTY)
    linked.git("add", "--all")
    command = ["git", "commit", "-m", "Say something"]
    stopped = subprocess.run(command, cwd=linked.top / "app", capture_output=True, text=True, check=False, timeout=60)
    assert stopped.returncode == 1
    assert "app/client.py\n  3:" in stopped.stdout + stopped.stderr
