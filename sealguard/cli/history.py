"""`sealguard history`: which credentials a repository's commits hold or held, since when, and who can still reach them."""

from __future__ import annotations

import contextlib
import dataclasses
import os
import select
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sealguard import history
from sealguard.cli import scope, terminal
from sealguard.cli.options import Examples, debug, option
from sealguard.cli.progress import progress_bar
from sealguard.cli.reporting import Reporting, check_targets, deliver, reporting
from sealguard.cli.scope import Scope, chosen, distrusting, working
from sealguard.config import ConfigError
from sealguard.reports.output import OutputError
from sealguard.sources import commits, git
from sealguard.sources.git import GitError, Repository

if TYPE_CHECKING:
    from sealguard.sources.commits import Extent


PATIENCE: Final = 1.0
"""How long is waited for git to say what it pushes, in seconds; it does before it starts its hook."""
MAX_TOLD: Final = 64 * 1024 * 1024
"""How much of it is read, in bytes: enough for half a million names."""


@dataclass(frozen=True, slots=True)
class Request(Scope, Reporting):
    """All that was typed, or set in the environment."""

    range: str | None
    diff_base: str | None
    pre_push: bool
    all_objects: bool
    show_authors: bool


@click.command(
    cls=Examples,
    short_help="Scan all that a repository's commits hold or ever held.",
    examples={
        "sealguard history": "all that this repository ever held",
        "sealguard history --range HEAD~3..HEAD": "the last three commits",
    },
)
@option("--range", metavar="A..B", help="Only what the commits of B that are not in A bring, also if a later one removes it.")
@option("--diff-base", metavar="REF", help="Only what the commits since the branch left REF bring.")
@option("--pre-push", is_flag=True, help="Only what is about to be pushed, as git or pre-commit tells a hook.")
@option("--all-objects", is_flag=True, help="Also what no branch, tag or stash reaches any more.")
@option("--show-authors", is_flag=True, help="Name the authors of commits.")
@chosen
@distrusting
@working
@reporting
@debug
def command(**typed: object) -> int:
    """Scan all that a repository's commits hold or ever held: git keeps what a later commit removes.

    PATHS is the repository, a bare one too; the default is the one around the working directory, or that of GIT_DIR. Each
    credential is one finding, with the paths it was at, its first and its last commit, and the branches and tags that reach it.
    """
    request = Request(**typed)  # type: ignore[arg-type]  # click's names and types are the fields'
    try:
        return _scan(request)
    except (ConfigError, OutputError, GitError) as error:
        raise terminal.WrongUseError(str(error)) from None


def _scan(request: Request) -> int:
    repository = _check(request)
    config = scope.configuration(request, repository.top)
    config = dataclasses.replace(config, fail_on=request.fail_on or config.fail_on)
    span = history.Span(repository, _extent(request, repository), unreachable=request.all_objects, authors=request.show_authors)
    baseline = scope.load(request, repository.top, config)
    settings = scope.settings(request, config, repository.top, baseline)
    with progress_bar(shown=not request.no_progress and sys.stderr.isatty(), what="objects") as progress:
        report = history.scan(span, settings, jobs=request.jobs, progress=progress)
    report.ignored[:0] = scope.ignored(request, repository.top)
    if baseline is not None:
        from sealguard.baseline import apply  # noqa: PLC0415 - most trees have none

        apply(report, baseline, config, settings.today)
    return deliver(request, report, config)


def _check(request: Request) -> Repository:
    """Refuse what cannot be meant before anything is read, and give the repository."""
    parts = {"--range": request.range, "--diff-base": request.diff_base, "--pre-push": request.pre_push}
    given = [f"'{name}'" for name, value in {**parts, "--all-objects": request.all_objects}.items() if value]
    if len(given) > 1:
        raise terminal.WrongUseError(f"{given[0]} and {given[1]} exclude each other.")
    scope.check(request)
    check_targets(request)
    return repository_of(request.paths)


def repository_of(paths: tuple[str, ...]) -> Repository:
    """Give the repository that paths of the command line mean. Raises `WrongUseError` where there is not just one."""
    if len(paths) > 1:
        raise terminal.WrongUseError("A history is that of one repository at a time.")
    scope.check_paths(paths)
    start = paths[0] if paths else "."
    repository = git.holding(start) if Path(start).is_dir() else None
    if not paths and not (repository and git.is_meant(repository)):
        repository = git.of_environment(start)
    if repository is None:
        raise terminal.WrongUseError(f"There is no git repository at {start!r}; 'sealguard scan' looks at files without one.")
    return repository


def _extent(request: Request, repository: Repository) -> Extent | None:
    """Give the part of history that is meant; `None` stands for all of it."""
    if request.range:
        return commits.between(repository, request.range)
    if request.diff_base:
        return commits.since(repository, request.diff_base)
    if not request.pre_push:
        return None
    start, end = (os.environ.get(f"PRE_COMMIT_{side}_REF", "") for side in ("FROM", "TO"))
    if start and end:
        return commits.between(repository, f"{start}..{end}")
    remote, branch = (os.environ.get(f"PRE_COMMIT_{what}", "") for what in ("REMOTE_NAME", "LOCAL_BRANCH"))
    if told := "" if os.environ.get("PRE_COMMIT") else _told_by_git():
        return commits.pushed(repository, told, remote)
    return commits.unpushed(repository, remote, branch)


def _told_by_git() -> str:
    """Give what git says on the standard input of its hook; empty where nobody says anything: some who run hooks for git do not."""
    if sys.stdin is None or sys.stdin.isatty():
        return ""
    with contextlib.suppress(OSError, ValueError):  # Windows asks sockets only
        if not select.select([sys.stdin], [], [], PATIENCE)[0]:
            return ""
    return sys.stdin.buffer.read(MAX_TOLD).decode("utf-8", "surrogateescape")
