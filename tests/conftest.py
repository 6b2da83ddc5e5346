"""What many tests share: a private home, so that nothing of the machine shows through, and git repositories."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the code; where time matters a test measures it.
settings.register_profile("sealguard", deadline=None)
settings.load_profile("sealguard")

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "languages")]  # tests share what makes values and reads programs


@dataclass(frozen=True)
class Repository:
    """A git repository in a temporary directory."""

    top: Path

    def git(self, *arguments: str, **variables: str) -> str:
        command = ["git", "-c", "protocol.file.allow=always", "-C", str(self.top), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **variables}).stdout

    def write(self, name: str, content: str | bytes = "text\n") -> Path:
        path = self.top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def commit(self, message: str = "Say something") -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", message)


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a home of its own, git no settings but these, and no sign of the CI system that runs it."""
    home = tmp_path_factory.mktemp("home")
    for name in [name for name in os.environ if name.startswith(("GIT_", "SEALGUARD_", "GITHUB_", "CI_")) or name == "TF_BUILD"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A. Tester")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
    return home


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Give an empty repository, nothing committed."""
    top = tmp_path / "repository"
    top.mkdir()
    made = Repository(top)
    made.git("init", "--quiet", "--initial-branch=main")
    return made
