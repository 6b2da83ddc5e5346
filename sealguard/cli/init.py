"""`sealguard init`: configuration, hook, pipeline and baseline for a repository, all of them or none, and nothing that is there already."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sealguard import engine
from sealguard.analysis import Settings
from sealguard.baseline import Baseline, compare, load_baseline, rendered, updated
from sealguard.cli import scope, terminal
from sealguard.cli.options import Choice, Examples, debug, option
from sealguard.cli.progress import progress_bar
from sealguard.config import ConfigError, find_baseline, load_config, shown
from sealguard.model import ExitCode
from sealguard.reports.escape import escaped
from sealguard.reports.output import OutputError
from sealguard.reports.summary import plural
from sealguard.reports.text import MIN_WIDTH, Style, incomplete, wrap
from sealguard.setup import NONE, Change, Plan, carry_out, plan
from sealguard.setup.home import Home, installed_home, parse_home
from sealguard.setup.pipelines import HOSTS
from sealguard.sources import git
from sealguard.sources.worktree import Worktree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Report

REASON = "there before sealguard"


def _source(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Home | None:
    try:
        return parse_home(value) if value else None
    except ValueError as error:
        raise terminal.WrongUseError(f"'--source' must be {error}.") from None


@click.command(
    cls=Examples,
    short_help="Set up a repository: configuration, commit hook, CI job, baseline.",
    examples={
        "sealguard init --dry-run": "show what would be added",
        "sealguard init --ci gitlab": "when the host is not recognised",
    },
)
@click.argument("directory", default=".", type=click.Path())
@option("--dry-run", is_flag=True, help="Show what would be added, and write nothing.")
@option("--ci", "host", type=Choice([*HOSTS, NONE]), help="The CI to write a job for.  [default: found by remote and files]")
@option(
    "--source",
    callback=_source,
    metavar="git+URL@REV",
    help="Where the hook and the job install sealguard from.  [default: where this one was installed from]",
)
@option("--no-hook", is_flag=True, help="Add no hook for pre-commit.")
@option("--no-baseline", is_flag=True, help="Accept nothing that is found now; the next scan reports it.")
@debug
def command(directory: str, dry_run: bool, host: str | None, source: Home | None, no_hook: bool, no_baseline: bool) -> int:  # noqa: FBT001 - click's signature
    """Set up the repository that DIRECTORY is in: configuration, commit hook, CI job, and a baseline if there are findings.

    What is there already stays as it is; files are only ever added to, and all is written or nothing.
    """
    try:
        return _init(directory, dry_run=dry_run, host=host, source=source, hook=not no_hook, accept=not no_baseline)
    except (ConfigError, OutputError, git.GitError) as error:
        raise terminal.WrongUseError(str(error)) from None


def _init(directory: str, *, dry_run: bool, host: str | None, source: Home | None, hook: bool, accept: bool) -> int:
    root = _root(directory)
    made = plan(root, hook=hook, host=host, home=source or installed_home())
    report = _accept(made) if accept else None
    if not dry_run:
        carry_out(made)
    width = max(MIN_WIDTH, terminal.width(sys.stdout))
    style = Style(width, color=False, unicode=terminal.holds_unicode(sys.stdout))
    terminal.write(_told(made, report, style, dry_run=dry_run))
    return ExitCode.INCOMPLETE if report is not None and report.incomplete else ExitCode.CLEAN


def _root(directory: str) -> Path:
    """Give the top of the repository that a directory is in, or the directory itself where there is none."""
    scope.check_paths((directory,))
    if not Path(directory).is_dir():
        raise terminal.WrongUseError(f"'{shown(Path(directory))}' is no directory; name the repository's.")
    repository = git.holding(directory)
    if repository is not None and repository.bare:
        raise terminal.WrongUseError(f"'{shown(Path(directory))}' is a bare repository, which has no files; run this in a clone.")
    return Path(repository.top if repository else os.path.realpath(directory))


def _accept(made: Plan) -> Report | None:
    """Scan, and plan a baseline of what is found, if there is none. A configuration that is about to be written says nothing new."""
    config = load_config(made.root)
    file, prefix, _ = find_baseline(made.root, config)
    if os.path.lexists(file):
        load_baseline(file, prefix)
        made.kept.append(f"The baseline is in '{shown(file)}'.")
        return None
    baseline = Baseline(file, prefix)
    settings = Settings(config=config, root=str(made.root), key=baseline.salt)
    source = Worktree((str(made.root),), str(made.root), config.exclude, config.prefix, config.max_file_size)
    with progress_bar(shown=sys.stderr.isatty()) as progress:
        report = engine.scan(source, settings, progress=progress)
    if report.interrupted:
        raise KeyboardInterrupt
    after, entered = updated(baseline, compare(baseline, report.findings, config, settings.today), lambda _: {"reason": REASON})
    if entered:
        number = sum(change.entry.count for change in entered)
        made.changes.append(Change(file, f"{plural(number, 'finding')} accepted for now", None, rendered(after)))
        made.advice.append(
            "A credential that is accepted is still there for everybody: revoke it. 'sealguard scan --include-suppressed' lists all."
        )
    return report


# What is said --------------------------------------------------------------------------------------------------------


def _told(made: Plan, report: Report | None, style: Style, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        for change in made.changes:
            yield from (f"{escaped(line)}\n" for line in change.diff(made.root))
        yield "\n" if made.changes else ""
    for change in made.changes:
        done = "would write" if dry_run else "wrote" if change.before is None else "extended"
        yield from _lines(f"{done} {shown(change.path)}: {change.what}", style)
    for sentence in made.kept:
        yield from _lines(sentence, style)
    if not made.changes:
        yield "Nothing to do.\n"
    if made.advice:
        yield "\nNext:\n"
        for sentence in made.advice:
            first, *others = wrap(style.shown(sentence), style.width - 4)
            yield f"  - {first}\n"
            yield from (f"    {line}\n" for line in others)
    if report is not None:
        yield from incomplete(report, style)


def _lines(text: str, style: Style) -> Iterator[str]:
    yield from (f"{line}\n" for line in wrap(style.shown(text), style.width))
