"""`sealguard audit`: a report on where a repository stands, for an audit now or a review that comes round."""

from __future__ import annotations

import dataclasses
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from sealguard.cli import scope, terminal
from sealguard.cli.options import LEVELS, Choice, Examples, color, comma_separated, debug, level, option
from sealguard.cli.progress import progress_bar
from sealguard.cli.reporting import Reporting, also, check_targets, deliver
from sealguard.cli.scope import Scope, distrusting, working
from sealguard.config import ConfigError
from sealguard.reports.audits import FORMATS, render
from sealguard.reports.output import OutputError
from sealguard.sources.git import GitError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.model import Report


@dataclass(frozen=True, slots=True)
class Request(Scope, Reporting):
    """All that was typed, or set in the environment."""


_UNASKED: Final[dict[str, Any]] = {
    # An audit runs every rule that breaks a practice, and its formats need no more than they show.
    "select": (),
    "ignore": (),
    "generic_secrets": False,
    "sarif_output": None,
    "json_output": None,
    "include_suppressed": False,
    "category": "",
}


@click.command(
    cls=Examples,
    short_help="Say where a repository stands with every practice, and what to do first.",
    examples={
        "sealguard audit": "this repository, files and history",
        "sealguard audit --format html --output audit.html": "a page for a browser, with pictures",
        "sealguard audit --untrusted": "a repository whose own configuration has no say",
    },
)
@click.argument("paths", metavar="[PATH]", nargs=-1, type=click.Path())
@option("--exclude", multiple=True, callback=comma_separated, metavar="PATTERN", help="Leave these paths out too, as in .gitignore.")
@option("--config", type=click.Path(path_type=Path), metavar="FILE", help="Read this configuration instead of the nearest one.")
@option("--isolated", is_flag=True, help="Read no configuration, and no baseline that is not named.")
@option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="The file of accepted findings, instead of the one found.")
@distrusting
@working
@option("--fail-on", type=Choice(list(LEVELS)), callback=level, help="The lowest level that makes the exit code 1.  [default: warning]")
@option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; an incomplete audit is still 3.")
@option("--format", "-f", type=Choice(FORMATS), default="text", show_default=True, help="What to write.")
@option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it, instead of standard output.")
@also(FORMATS)
@color
@debug
def command(**typed: object) -> int:
    """Say where a repository stands with every practice of Sealmetrics' authentication guide.

    The checklist has each practice in the guide's words: kept, broken, or cannot tell, with what shows it. The inventory has each
    credential, and each name that stands for one. What to do first comes with the steps of each rotation. PATH is a directory, the
    working directory if there is none; its files are read, and the history of the repository that it is in.
    """
    request = Request(**_UNASKED, **typed)  # type: ignore[arg-type]  # click's names and types are the fields'
    try:
        return _audit(request)
    except (ConfigError, OutputError, GitError) as error:
        raise terminal.WrongUseError(str(error)) from None


def _audit(request: Request) -> int:
    root = _root(request)
    config = scope.configuration(request, root)
    config = dataclasses.replace(config, fail_on=request.fail_on or config.fail_on)
    baseline = scope.load(request, root, config)
    settings = scope.settings(request, config, root, baseline)
    from sealguard.audit import examine  # noqa: PLC0415 - wrong use is told without them
    from sealguard.audit.run import run  # noqa: PLC0415 - wrong use is told without them

    accept: Callable[[Report], None] | None = None
    if baseline is not None:
        from sealguard.baseline import apply  # noqa: PLC0415 - most trees have none

        def accept(report: Report) -> None:
            apply(report, baseline, config, settings.today)

    with progress_bar(shown=not request.no_progress and sys.stderr.isatty()) as progress:
        material = run(root, settings, accept=accept, jobs=request.jobs, progress=progress)
    material.worktree.ignored[:0] = scope.ignored(request, root)
    audit = examine(material)
    return deliver(request, audit.report, config, lambda name, how: render(name, audit, how))


def _root(request: Request) -> str:
    """Refuse what cannot be meant before anything is read, and give the directory that is audited."""
    scope.check(request)
    check_targets(request)
    if len(request.paths) > 1:
        raise terminal.WrongUseError("An audit is of one directory at a time.")
    scope.check_paths(request.paths)
    start = request.paths[0] if request.paths else "."
    if not Path(start).is_dir():
        raise terminal.WrongUseError(f"{start!r} is no directory; 'sealguard scan' looks at single files.")
    return os.path.realpath(start)
