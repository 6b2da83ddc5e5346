"""Pushes for real: a bare repository receives them or does not, as git's own hook and pre-commit's decide."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from histories import Story, holding, token

pytestmark = pytest.mark.slow

TOP = Path(__file__).parents[2]
SCRIPTS = Path(sys.executable).parent


@pytest.fixture
def story(tmp_path: Path) -> Story:
    """Give a repository with a commit that its remote has."""
    made = Story.begin(tmp_path / "story")
    made.add("begin", {"x.py": "x = 1\n"})
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(tmp_path / "origin.git")], check=True)
    made.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    made.git("push", "--quiet", "origin", "main")
    return made


@pytest.fixture
def hooked(story: Story) -> Story:
    """Give it git's own hook, as the README shows it."""
    hook = story.write(
        ".git/hooks/pre-push", f'#!/bin/sh\nPATH="{SCRIPTS}:$PATH"\nPRE_COMMIT_REMOTE_NAME="$1" exec sealguard history --pre-push\n'
    )
    hook.chmod(0o755)
    return story


def push(story: Story, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-C", str(story.top), "push", *(arguments or ("origin", "main"))]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300, env={**os.environ, **variables})
    for number in range(1, 5):
        assert token(number) not in done.stdout + done.stderr
    return done


def received(story: Story) -> dict[str, str]:
    """Give the names that the remote has, and their objects."""
    lines = story.git("ls-remote", "origin").splitlines()
    return {name: object_ for object_, name in (line.split("\t") for line in lines) if not name.endswith("^{}")}


# git's own hook ------------------------------------------------------------------------------------------------------


def test_a_push_is_refused_until_no_commit_of_it_holds_a_token(hooked: Story) -> None:
    before = received(hooked)
    hooked.add("add", {"client.py": holding(1)})
    refused = push(hooked)
    assert refused.returncode == 1
    assert "hardcoded-token" in refused.stdout + refused.stderr
    hooked.add("remove", {"client.py": None})
    assert push(hooked).returncode == 1, "the commit before still holds it"
    assert received(hooked) == before
    hooked.git("reset", "--quiet", "--soft", "HEAD~2")
    hooked.add("never was", {"client.py": "x = 2\n"})
    accepted = push(hooked)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr
    assert received(hooked)["refs/heads/main"] == hooked.id("HEAD")


def test_what_the_remote_has_already_stops_nobody(hooked: Story) -> None:
    hooked.add("add", {"client.py": holding(1)})
    assert push(hooked, "--no-verify", "origin", "main").returncode == 0
    hooked.add("go on", {"other.py": "x = 2\n"})
    assert push(hooked).returncode == 0
    hooked.git("checkout", "--quiet", "-b", "new")
    hooked.add("more", {"more.py": "x = 3\n"})
    assert push(hooked, "origin", "new").returncode == 0


def test_branches_tags_and_other_branches_than_head_are_judged(hooked: Story) -> None:
    hooked.git("checkout", "--quiet", "-b", "side")
    hooked.add("side", {"side.py": holding(1)})
    hooked.git("checkout", "--quiet", "main")
    assert push(hooked, "origin", "side").returncode == 1
    assert push(hooked, "origin", "--all").returncode == 1
    assert push(hooked, "origin", "main").returncode == 0
    hooked.dated("tag", "-a", "-m", f"SEALMETRICS_API_KEY={token(2)}", "v1")
    assert push(hooked, "origin", "v1").returncode == 1
    hooked.dated("tag", "-a", "-m", "nothing", "v2")
    assert push(hooked, "origin", "v2").returncode == 0
    assert set(received(hooked)) == {"HEAD", "refs/heads/main", "refs/tags/v2"}
    assert push(hooked, "origin", ":refs/tags/v2").returncode == 0, "what is deleted brings nothing"


def test_a_push_to_another_remote_is_judged_by_what_that_one_has(hooked: Story, tmp_path: Path) -> None:
    hooked.add("add", {"client.py": holding(1)})
    assert push(hooked, "--no-verify", "origin", "main").returncode == 0
    subprocess.run(["git", "init", "--quiet", "--bare", str(tmp_path / "public.git")], check=True)
    hooked.git("remote", "add", "public", str(tmp_path / "public.git"))
    assert push(hooked, "public", "main").returncode == 1
    assert push(hooked, str(tmp_path / "public.git"), "main").returncode == 1


def test_a_push_from_a_linked_work_tree_and_from_a_directory_below(hooked: Story, tmp_path: Path) -> None:
    hooked.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "linked"))
    linked = Story(tmp_path / "linked", hooked.days)
    linked.add("add", {"sub/client.py": holding(1)})
    assert push(linked, "origin", "side").returncode == 1
    assert push(Story(linked.top / "sub"), "origin", "side").returncode == 1
    hooked.add("fine", {"fine.py": "x = 2\n"})
    assert push(linked, "origin", "main").returncode == 0


def test_a_forced_push_is_judged_by_what_is_new(hooked: Story) -> None:
    hooked.add("fine", {"fine.py": "x = 2\n"})
    assert push(hooked).returncode == 0
    hooked.git("reset", "--quiet", "--hard", "HEAD~1")
    hooked.add("other", {"client.py": holding(1)})
    assert push(hooked, "--force", "origin", "main").returncode == 1


# pre-commit ----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a place with a clone of this repository that pre-commit installs hooks from."""
    if not (TOP / ".git").exists():
        pytest.skip("pre-commit installs hooks from a git repository, and this is none")
    place = tmp_path_factory.mktemp("pre-commit")
    subprocess.run(["git", "clone", "--quiet", str(TOP), str(place / "sealguard")], check=True, capture_output=True)
    return place


def pre_commit(story: Story, place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PRE_COMMIT_HOME": str(place / "home"), "PRE_COMMIT_COLOR": "never"}
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, cwd=story.top, env=environment, capture_output=True, text=True, check=False, timeout=600)


def test_pre_commit_stops_a_push_and_a_first_one_too(tmp_path: Path, installed: Path) -> None:
    story = Story.begin(tmp_path / "story")
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(tmp_path / "origin.git")], check=True)
    story.git("remote", "add", "origin", str(tmp_path / "origin.git"))
    clone = installed / "sealguard"
    revision = subprocess.run(["git", "-C", str(clone), "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout
    configuration = (
        f"repos:\n- repo: {clone.as_uri()}\n  rev: {revision.strip()}\n  hooks:\n  - id: sealguard-push\n  - id: sealguard-history\n"
    )
    story.add("begin", {".pre-commit-config.yaml": configuration, "client.py": holding(1)})
    story.add("remove", {"client.py": None})
    done = pre_commit(story, installed, "install", "--install-hooks", "--hook-type", "pre-push")
    assert done.returncode == 0, done.stdout + done.stderr
    variables = {"PRE_COMMIT_HOME": str(installed / "home"), "PRE_COMMIT_COLOR": "never"}

    first = push(story, "origin", "main", **variables)
    assert first.returncode == 1
    assert "client.py\n  2:" in first.stdout + first.stderr, first.stdout + first.stderr
    story.git("update-ref", "-d", "HEAD")
    story.add("never was")
    accepted = push(story, "origin", "main", **variables)
    assert accepted.returncode == 0, accepted.stdout + accepted.stderr

    story.add("add", {"other.py": holding(2)})
    story.add("remove", {"other.py": None})
    assert push(story, "origin", "main", **variables).returncode == 1
    story.git("reset", "--quiet", "--hard", "HEAD~2")
    story.add("fine", {"other.py": "x = 2\n"})
    assert push(story, "origin", "main", **variables).returncode == 0

    story.git("checkout", "--quiet", "-b", "old")
    story.add("old", {"old.py": holding(3)})
    story.add("gone", {"old.py": None})
    assert "sealguard (what is pushed)" not in pre_commit(story, installed, "run", "--all-files").stdout, "it is no hook of commits"
    whole = pre_commit(story, installed, "run", "sealguard-history", "--hook-stage", "manual")
    assert whole.returncode == 1
    assert "old.py\n  2:" in whole.stdout
