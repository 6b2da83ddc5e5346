"""`sealguard scan`: from what was typed to a source, a configuration, a report, and an exit code."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sealguard import engine
from sealguard.analysis import Settings
from sealguard.cli import scope, terminal
from sealguard.cli.options import LEVELS, color, debug, level, option
from sealguard.cli.progress import progress_bar
from sealguard.cli.scope import Scope, chosen, working
from sealguard.config import ConfigError
from sealguard.model import ExitCode, Level
from sealguard.reports import FORMATS, Presentation, Provenance, render
from sealguard.reports.output import OutputError, check_target, write
from sealguard.sources import git
from sealguard.sources.git import GitError
from sealguard.sources.staged import Staged
from sealguard.sources.stdin import StandardInput
from sealguard.sources.worktree import Worktree, scan_root

if TYPE_CHECKING:
    from sealguard.config import Config
    from sealguard.model import Report
    from sealguard.sources import Source


@dataclass(frozen=True, slots=True)
class Request(Scope):
    """All that was typed, or set in the environment."""

    staged: bool
    stdin_filename: str | None
    fail_on: Level | None
    exit_zero: bool
    format: str
    output: Path | None
    sarif_output: Path | None
    json_output: Path | None
    include_suppressed: bool
    category: str
    color: str


@click.command(short_help="Scan files for Sealmetrics credentials and faulty calls.")
@option("--staged", is_flag=True, help="Scan what the next commit adds or changes, as the index has it.")
@option("--stdin-filename", metavar="NAME", help="Scan standard input as if it were the file NAME.")
@chosen
@option(
    "--fail-on", type=click.Choice(list(LEVELS)), callback=level, help="The lowest level that makes the exit code 1.  [default: warning]"
)
@option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; an incomplete scan is still 3.")
@option("--format", "-f", type=click.Choice(FORMATS), default="text", show_default=True, help="What to write.")
@option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it, instead of standard output.")
@option("--sarif-output", type=click.Path(path_type=Path), metavar="FILE", help="Write SARIF there as well.")
@option("--json-output", type=click.Path(path_type=Path), metavar="FILE", help="Write JSON there as well.")
@option("--include-suppressed", is_flag=True, help="List suppressed findings too, marked as such.")
@option("--category", default="", metavar="NAME", help="SARIF's run category, for several uploads of one commit.")
@working
@color
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
    source = _source(request, root, config)
    with progress_bar(shown=not request.no_progress and sys.stderr.isatty()) as progress:
        report = engine.scan(source, Settings(config=config, root=source.root), jobs=request.jobs, progress=progress)
    _write(request, report, config)
    code = report.exit_code(config.fail_on)
    if request.exit_zero and code is ExitCode.FINDINGS:
        return ExitCode.INCOMPLETE if report.incomplete else ExitCode.CLEAN
    return code


def _check(request: Request) -> None:
    """Refuse what cannot be meant before anything is read."""
    if request.stdin_filename is not None and (request.paths or request.staged):
        raise terminal.WrongUseError("'--stdin-filename' goes with neither paths nor '--staged'.")
    scope.check(request)
    if not request.staged:
        scope.check_paths(request.paths)
    targets = [path for path in (request.output, request.sarif_output, request.json_output) if path is not None and str(path) != "-"]
    if len({path.absolute() for path in targets}) < len(targets):
        raise terminal.WrongUseError("Two reports cannot go to one file.")
    for target in targets:
        check_target(target)


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


def _source(request: Request, root: str, config: Config) -> Source:
    if request.stdin_filename is not None:
        return StandardInput.of(sys.stdin.buffer, request.stdin_filename, config.max_file_size)
    if request.staged:
        return Staged(".", request.paths, config.exclude, config.prefix, config.max_file_size)
    return Worktree(request.paths or (".",), root, config.exclude, config.prefix, config.max_file_size)


# What is said --------------------------------------------------------------------------------------------------------


def _write(request: Request, report: Report, config: Config) -> None:
    presentation = _presentation(request, report, config)
    for name, path in (("sarif", request.sarif_output), ("json", request.json_output)):
        if path is not None:
            _deliver(name, path, report, presentation)
    _deliver(request.format, request.output, report, presentation)


def _deliver(name: str, path: Path | None, report: Report, presentation: Presentation) -> None:
    if path is None or str(path) == "-":
        terminal.write(render(name, report, presentation))
    else:
        file = dataclasses.replace(presentation, width=terminal.DEFAULT_WIDTH, unicode=True)
        write(path, render(name, report, file))


def _presentation(request: Request, report: Report, config: Config) -> Presentation:
    formats = {request.format, "sarif" if request.sarif_output else ""}
    source = Provenance()
    if "sarif" in formats:
        from sealguard.reports.provenance import provenance  # noqa: PLC0415 - only SARIF tells

        source = provenance(report.root)
    to_terminal = request.output is None or str(request.output) == "-"
    return Presentation(
        width=terminal.width(sys.stdout),
        color=terminal.use_color(request.color, sys.stdout) if to_terminal else request.color == "always",
        unicode=terminal.holds_unicode(sys.stdout),
        include_suppressed=request.include_suppressed,
        category=request.category,
        fail_on=config.fail_on,
        provenance=source,
    )
