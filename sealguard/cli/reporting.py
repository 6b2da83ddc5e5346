"""What every command that reports takes: which formats go where, what of them is shown, and what makes the exit code."""

from __future__ import annotations

import dataclasses
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sealguard.cli import terminal
from sealguard.cli.options import LEVELS, color, level, option
from sealguard.model import ExitCode, Level
from sealguard.reports import FORMATS, Presentation, Provenance, render
from sealguard.reports.output import check_target, write

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.config import Config
    from sealguard.model import Report

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@dataclass(frozen=True)
class Reporting:
    """What was typed, or set in the environment, on what is reported and how."""

    fail_on: Level | None
    exit_zero: bool
    format: str
    output: Path | None
    sarif_output: Path | None
    json_output: Path | None
    include_suppressed: bool
    category: str
    color: str


def reporting(command: Decorated) -> Decorated:
    """Declare the options that the fields of `Reporting` stand for."""
    for decorate in reversed(_OPTIONS):
        command = decorate(command)
    return command


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    option(
        "--fail-on",
        type=click.Choice(list(LEVELS)),
        callback=level,
        help="The lowest level that makes the exit code 1.  [default: warning]",
    ),
    option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; an incomplete scan is still 3."),
    option("--format", "-f", type=click.Choice(FORMATS), default="text", show_default=True, help="What to write."),
    option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it, instead of standard output."),
    option("--sarif-output", type=click.Path(path_type=Path), metavar="FILE", help="Write SARIF there as well."),
    option("--json-output", type=click.Path(path_type=Path), metavar="FILE", help="Write JSON there as well."),
    option("--include-suppressed", is_flag=True, help="List suppressed findings too, marked as such."),
    option("--category", default="", metavar="NAME", help="SARIF's run category, for several uploads of one commit."),
    color,
)


def check_targets(reporting: Reporting) -> None:
    """Raise `WrongUseError` or `OutputError` where a report could not be written in the end."""
    asked = (reporting.output, reporting.sarif_output, reporting.json_output)
    targets = [path for path in asked if path is not None and str(path) != "-"]
    if len({path.absolute() for path in targets}) < len(targets):
        raise terminal.WrongUseError("Two reports cannot go to one file.")
    for target in targets:
        check_target(target)


def deliver(reporting: Reporting, report: Report, config: Config) -> ExitCode:
    """Write all reports that were asked for, and give the exit code. Raises `OutputError`."""
    presentation = _presentation(reporting, report, config)
    for name, path in (("sarif", reporting.sarif_output), ("json", reporting.json_output)):
        if path is not None:
            _write(name, path, report, presentation)
    _write(reporting.format, reporting.output, report, presentation)
    code = report.exit_code(config.fail_on)
    if reporting.exit_zero and code is ExitCode.FINDINGS:
        return ExitCode.INCOMPLETE if report.incomplete else ExitCode.CLEAN
    return code


def _write(name: str, path: Path | None, report: Report, presentation: Presentation) -> None:
    if path is None or str(path) == "-":
        terminal.write(render(name, report, presentation))
    else:
        file = dataclasses.replace(presentation, width=terminal.DEFAULT_WIDTH, unicode=True)
        write(path, render(name, report, file))


def _presentation(reporting: Reporting, report: Report, config: Config) -> Presentation:
    source = Provenance()
    if reporting.format in {"sarif", "html"} or reporting.sarif_output:
        from sealguard.reports.provenance import provenance  # noqa: PLC0415 - only these tell

        source = provenance(report.root)
    to_terminal = reporting.output is None or str(reporting.output) == "-"
    return Presentation(
        width=terminal.width(sys.stdout),
        color=terminal.use_color(reporting.color, sys.stdout) if to_terminal else reporting.color == "always",
        unicode=terminal.holds_unicode(sys.stdout),
        include_suppressed=reporting.include_suppressed,
        category=reporting.category,
        fail_on=config.fail_on,
        provenance=source,
    )
