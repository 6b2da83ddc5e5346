"""Tells small histories with real git, a commit a day, and what `sealguard history` says of them in few words."""

from __future__ import annotations

import itertools
import os
import subprocess
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from conftest import Repository
from realistic import realistic

from sealguard import history
from sealguard.analysis import Settings
from sealguard.config import Config
from sealguard.model import Secret
from sealguard.sources import git

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from sealguard.model import Commit, Report

DAY: Final = 86_400
BEGIN: Final = 1_700_000_000
"""November 2023, in seconds since 1970: when the first commit of every history is made."""
NOW: Final = BEGIN + 1000 * DAY
KEY: Final = b"the same in every test"


def token(number: int = 1) -> str:
    return realistic("sm", number)


def holding(number: int = 1) -> str:
    """Give a file that holds a token on its second line."""
    return f"# a file\ntoken = '{token(number)}'\n"


@dataclass(frozen=True)
class Told:
    """What is said of one credential, commits by the first lines of their messages."""

    first: str = ""
    last: str = ""
    refs: tuple[str, ...] = ("HEAD", "main")
    current: bool = False
    worktree: bool | None = False
    places: Mapping[str, tuple[str, str, bool]] = field(default_factory=dict)
    """For each path: its first commit, its last one, and whether `HEAD` has it there."""


@dataclass(frozen=True)
class Story(Repository):
    """A repository whose commits are a day apart and are known by their messages."""

    days: itertools.count[int] = field(default_factory=itertools.count)

    @classmethod
    def begin(cls, top: Path, *options: str) -> Story:
        top.mkdir(parents=True)
        story = cls(top)
        story.git("init", "--quiet", "--initial-branch=main", *options)
        story.git("config", "gc.auto", "0")
        return story

    def dated(self, *arguments: str) -> str:
        """Run git on the next day of the story."""
        when = f"{BEGIN + next(self.days) * DAY} +0000"
        return self.git(*arguments, GIT_AUTHOR_DATE=when, GIT_COMMITTER_DATE=when)

    def add(self, message: str, files: Mapping[str, str | bytes | None] | None = None) -> str:
        """Commit with these files written or (`None`) removed, and give the commit's id."""
        for name, content in (files or {}).items():
            if content is None:
                (self.top / name).unlink()
            else:
                self.write(name, content)
        self.git("add", "--all", "--force")
        self.dated("commit", "--quiet", "--allow-empty", "-m", message)
        return self.id("HEAD")

    def id(self, name: str) -> str:
        return self.git("rev-parse", "--verify", name).strip()

    def messages(self) -> dict[str, str]:
        """Give the first line of each commit's message by its id, also of those that no name reaches."""
        listed = self.git("cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectname)").splitlines()
        commits = [line.split()[1] for line in listed if line.startswith("commit ")]
        shown = (self.git("--no-replace-objects", "cat-file", "commit", name).partition("\n\n")[2] for name in commits)
        return {name: text.partition("\n")[0] for name, text in zip(commits, shown, strict=True)}


def scan(place: Path, config: Config | None = None, **span: Any) -> Report:  # noqa: ANN401 - the fields of `Span`
    """Scan the history of the repository that is at a place or around it."""
    repository = git.holding(str(place))
    assert repository is not None
    settings = Settings(config=config or Config(), key=KEY, root=repository.top, portable=True)
    return history.scan(history.Span(repository, now=NOW, **span), settings, jobs=1)


def told(report: Report, messages: Mapping[str, str], tokens: int = 9) -> dict[int, Told]:
    """Give what a report says of each credential by the token's number; nothing else may be reported."""
    numbers = {Secret(token(number)).fingerprint(KEY): number for number in range(1, tokens + 1)}

    def named(commit: Commit | None) -> str:
        return messages[commit.id] if commit else ""

    found: dict[int, Told] = {}
    for finding in report.findings:
        exposure = finding.exposure
        assert exposure is not None, finding
        number = numbers[finding.fingerprint]
        assert number not in found, "a credential is one finding"
        places = {place.path: (named(place.first), named(place.last), place.current) for place in exposure.places}
        assert len(places) == len(exposure.places)
        assert finding.path in places
        refs = tuple(name.removeprefix("refs/heads/").removeprefix("refs/") for name in exposure.refs)
        found[number] = Told(named(exposure.first), named(exposure.last), refs, exposure.current, exposure.worktree, places)
        if exposure.first:
            assert exposure.days == max(0, (NOW - exposure.first.time) // DAY)
    return found


def clone(source: Path, target: Path, *options: str) -> Story:
    """Clone as over a network, so that nothing is shared."""
    command = ["git", "-c", "protocol.file.allow=always", "clone", "--quiet", "--no-local", *options, f"file://{source}", str(target)]
    subprocess.run(command, check=True, capture_output=True, env=os.environ)
    return Story(target)
