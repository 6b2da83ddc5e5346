"""`sealguard scan`: from what was typed to a source, a configuration, a report, and an exit code."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sealguard import engine
from sealguard.cli import scope, terminal
from sealguard.cli.options import Examples, debug, option
from sealguard.cli.progress import progress_bar
from sealguard.cli.reporting import Reporting, check_targets, deliver, reporting
from sealguard.cli.scope import Scope, chosen, distrusting, working
from sealguard.config import ConfigError
from sealguard.reports.output import OutputError
from sealguard.sources import git
from sealguard.sources.git import GitError
from sealguard.sources.staged import Staged
from sealguard.sources.stdin import StandardInput
from sealguard.sources.worktree import Worktree, scan_root

if TYPE_CHECKING:
    from sealguard.config import Config
    from sealguard.sources import Source
    from sealguard.sources.git import Repository


@dataclass(frozen=True, slots=True)
class Request(Scope, Reporting):
    """All that was typed, or set in the environment."""

    staged: bool
    stdin_filename: str | None
    diff_base: str | None


@click.command(
    cls=Examples,
    short_help="Scan files for Sealmetrics credentials and faulty calls.",
    examples={
        "sealguard scan": "this directory",
        "sealguard scan --staged": "what the next commit adds or changes",
        "sealguard scan --diff-base origin/main": "what this branch brings",
        "sealguard scan --select credentials --fail-on error": "some rules, and only errors fail",
        "sealguard scan --format html --output sealguard.html": "a page for a browser",
    },
)
@option("--staged", is_flag=True, help="Scan what the next commit adds or changes, as the index has it.")
@option("--stdin-filename", metavar="NAME", help="Scan standard input as if it were the file NAME.")
@option("--diff-base", metavar="REF", help="Report only what was not there when the branch left REF; a moved line is not new.")
@chosen
@distrusting
@working
@reporting
@debug
def command(**typed: object) -> int:
    """Scan files for Sealmetrics credentials and faulty calls.

    PATHS are files and directories; the default is the working directory. In a git repository, what .gitignore names is
    left out unless it is tracked.
    """
    request = Request(**typed)  # type: ignore[arg-type]  # click's names and types are the fields'
    try:
        return _scan(request)
    except (ConfigError, OutputError, GitError) as error:
        raise terminal.WrongUseError(str(error)) from None


def _scan(request: Request) -> int:
    _check(request)
    root, config = _configuration(request)
    baseline = scope.load(request, root, config)
    source = _source(request, root, config)
    settings = scope.settings(request, config, source.root, baseline)
    with progress_bar(shown=not request.no_progress and sys.stderr.isatty()) as progress:
        report = engine.scan(source, settings, jobs=request.jobs, progress=progress)
    report.ignored[:0] = scope.ignored(request, root)
    if baseline is not None:
        from sealguard.baseline import apply, looked_at  # noqa: PLC0415 - most trees have none

        whole = _whole(request, root)
        apply(report, baseline, config, settings.today, looked_at(report, whole, config) if whole else None)
    if request.diff_base:
        from sealguard.comparison import compare  # noqa: PLC0415 - a hook does without

        compare(report, _repository(root), request.diff_base, settings, jobs=request.jobs)
    return deliver(request, report, config)


def _check(request: Request) -> None:
    """Refuse what cannot be meant before anything is read."""
    if request.stdin_filename is not None and (request.paths or request.staged):
        raise terminal.WrongUseError("'--stdin-filename' goes with neither paths nor '--staged'.")
    if request.diff_base and (request.staged or request.stdin_filename is not None):
        raise terminal.WrongUseError("'--diff-base' goes with the work tree only; 'sealguard history' takes it for commits.")
    scope.check(request)
    if not request.staged:
        scope.check_paths(request.paths)
    check_targets(request)


# What is scanned, and how --------------------------------------------------------------------------------------------


def _configuration(request: Request) -> tuple[str, Config]:
    """Give the root of the scan, and what the configuration and the command line say together."""
    if request.staged:
        repository = git.of_environment(".")
        if repository is None:
            raise terminal.WrongUseError("There is no git repository here; leave out '--staged', or run this in one.")
        root = repository.top
    else:
        root = str(Path.cwd()) if request.stdin_filename is not None else scan_root(request.paths or (".",))
    config = scope.configuration(request, root)
    return root, dataclasses.replace(config, fail_on=request.fail_on or config.fail_on)


def _whole(request: Request, root: str) -> list[str]:
    """Give the directories that a scan looks at as a whole: only there can it know that something is gone.

    The index and standard input hold a part of what there is, and so do files that are named one by one, as hooks do.
    """
    paths = request.paths or (".",)
    if request.staged or request.stdin_filename is not None or not all(Path(path).is_dir() for path in paths):
        return []
    return scope.relative(paths, root)


def _repository(root: str) -> Repository:
    repository = git.find(root)
    if repository is None:
        raise terminal.WrongUseError("There is no git repository here; leave out '--diff-base', or run this in one.")
    return repository


def _source(request: Request, root: str, config: Config) -> Source:
    if request.stdin_filename is not None:
        return StandardInput.of(sys.stdin.buffer, request.stdin_filename, config.max_file_size)
    if request.staged:
        return Staged(".", request.paths, config.exclude, config.prefix, config.max_file_size)
    return Worktree(request.paths or (".",), root, config.exclude, config.prefix, config.max_file_size)
