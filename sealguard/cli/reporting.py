"""What every command that reports takes: which formats go where, what of them is shown, and what makes the exit code."""

from __future__ import annotations

import dataclasses
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from sealguard.cli import terminal
from sealguard.cli.options import LEVELS, Choice, color, level, option
from sealguard.config import nearest, quoted
from sealguard.model import ExitCode, Level
from sealguard.reports import FORMATS, Presentation, Provenance, render
from sealguard.reports.output import append, check_target, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sealguard.config import Config
    from sealguard.model import Report

    Rendered = Callable[[str, Presentation], Iterator[str]]

    Decorated = TypeVar("Decorated", bound=Callable[..., Any])


_PROVENANCE: Final = frozenset({"sarif", "html"})
"""The formats that say which repository and commit they are about."""
_URL: Final = re.compile(r"https?://[A-Za-z0-9._~/:-]+/[0-9a-f]{40}(?:[0-9a-f]{24})?/")


@dataclass(frozen=True)
class Reporting:
    """What was typed, or set in the environment, on what is reported and how."""

    fail_on: Level | None
    exit_zero: bool
    format: str | None
    output: Path | None
    report: tuple[tuple[str, Path], ...]
    sarif_output: Path | None
    json_output: Path | None
    include_suppressed: bool
    category: str
    color: str

    @property
    def targets(self) -> list[tuple[str, Path | None]]:
        """Which formats go where; `None` is standard output. What `--format` asks for comes last."""
        further = [*self.report, ("sarif", self.sarif_output), ("json", self.json_output)]
        output = _place(self.output)
        return [*((name, _place(path)) for name, path in further if path is not None), (self.format or _automatic(output), output)]


def _place(path: Path | None) -> Path | None:
    return None if path is None or str(path) == "-" else path


def _automatic(output: Path | None) -> str:
    """Choose the format that whoever reads standard output understands: a CI runner, or people."""
    if output is None and os.environ.get("GITHUB_ACTIONS") == "true":
        return "github"
    if output is None and os.environ.get("TF_BUILD", "").lower() == "true":
        return "azure"
    return "text"


def also(formats: Sequence[str]) -> Callable[[Decorated], Decorated]:
    """Declare the option that writes further reports, each in one of these formats."""

    def read(_ctx: click.Context, _parameter: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, Path], ...]:
        reports = []
        for value in values:
            name, equals, path = value.partition("=")
            if not equals or not path:
                raise terminal.WrongUseError(f"'--report' must be of the form FORMAT=FILE, and {quoted(value)} is not.")
            if name not in formats:
                raise terminal.WrongUseError(f"There is no format {quoted(name)}{nearest(name, formats)}.")
            reports.append((name, Path(path)))
        return tuple(reports)

    def begun(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
        # The file's name is the shell's to complete, and no shell knows it by then.
        return [f"{name}=" for name in formats if f"{name}=".startswith(incomplete)]

    return option(  # a path, so that the environment can name several as it names directories
        "--report",
        type=click.Path(),
        multiple=True,
        callback=read,
        shell_complete=begun,
        metavar="FORMAT=FILE",
        help="Write this format there as well; can be repeated.",
    )


def reporting(command: Decorated) -> Decorated:
    """Declare the options that the fields of `Reporting` stand for."""
    for decorate in reversed(_OPTIONS):
        command = decorate(command)
    return command


_OPTIONS: tuple[Callable[[Any], Any], ...] = (
    option(
        "--fail-on",
        type=Choice(list(LEVELS)),
        callback=level,
        help="The lowest level that makes the exit code 1.  [default: warning]",
    ),
    option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found; an incomplete scan is still 3."),
    option(
        "--format",
        "-f",
        type=Choice(FORMATS),
        help="What to write.  [default: 'github' in GitHub Actions, 'azure' in Azure Pipelines, else 'text']",
    ),
    option("--output", "-o", type=click.Path(path_type=Path), metavar="FILE", help="Where to write it, instead of standard output."),
    also(FORMATS),
    option("--sarif-output", type=click.Path(path_type=Path), metavar="FILE", help="The same as --report sarif=FILE."),
    option("--json-output", type=click.Path(path_type=Path), metavar="FILE", help="The same as --report json=FILE."),
    option("--include-suppressed", is_flag=True, help="List suppressed findings too, marked as such."),
    option("--category", default="", metavar="NAME", help="SARIF's run category, for several uploads of one commit."),
    color,
)


def check_targets(reporting: Reporting) -> None:
    """Raise `WrongUseError` or `OutputError` where a report could not be written in the end."""
    places = [path for _, path in reporting.targets]
    files = [path for path in places if path is not None]
    if len(places) > len(files) + 1:
        raise terminal.WrongUseError("Two reports cannot go to standard output; name a file for one of them.")
    if len({path.absolute() for path in files}) < len(files):
        raise terminal.WrongUseError("Two reports cannot go to one file.")
    for path in files:
        check_target(path)


def deliver(reporting: Reporting, report: Report, config: Config, rendered: Rendered | None = None) -> ExitCode:
    """Write all reports that were asked for, and give the exit code. Raises `OutputError`.

    `rendered` gives what there is to say in a format, where that is more than the report.
    """
    presentation = _presentation(reporting, report, config)
    show = rendered or (lambda name, how: render(name, report, how))
    for name, path in reporting.targets:
        if path is None:
            terminal.write(show(name, presentation))
        else:
            file = dataclasses.replace(presentation, width=terminal.DEFAULT_WIDTH, color=reporting.color == "always", unicode=True)
            write(path, show(name, file))
    if ("github", None) in reporting.targets and (page := os.environ.get("GITHUB_STEP_SUMMARY")):
        _summarize(Path(page), report, presentation)
    code = report.exit_code(config.fail_on)
    if reporting.exit_zero and code is ExitCode.FINDINGS:
        return ExitCode.INCOMPLETE if report.incomplete else ExitCode.CLEAN
    return code


def _summarize(page: Path, report: Report, presentation: Presentation) -> None:
    """Add to the page that GitHub shows for a step; what the step wrote before counts towards the page's limit."""
    from sealguard.reports import github  # noqa: PLC0415 - only GitHub has one

    before = page.stat().st_size if page.exists() else 0
    append(page, github.summary(report, presentation, github.MAX_SUMMARY - before))


def _presentation(reporting: Reporting, report: Report, config: Config) -> Presentation:
    source = Provenance()
    if _PROVENANCE.intersection(name for name, _ in reporting.targets):
        from sealguard.reports.provenance import provenance  # noqa: PLC0415 - only these tell

        source = provenance(report.root)
    return Presentation(
        width=terminal.width(sys.stdout),
        color=terminal.use_color(reporting.color, sys.stdout),
        unicode=terminal.holds_unicode(sys.stdout),
        include_suppressed=reporting.include_suppressed,
        category=reporting.category,
        fail_on=config.fail_on,
        provenance=source,
        source_url=_source_url(),
    )


def _source_url() -> str:
    """Give where the commit that a CI run is for can be read in a browser, as the runner says."""
    environment = os.environ.get
    if environment("GITHUB_ACTIONS") == "true":
        url = f"{environment('GITHUB_SERVER_URL')}/{environment('GITHUB_REPOSITORY')}/blob/{environment('GITHUB_SHA')}/"
    else:
        url = f"{environment('CI_PROJECT_URL')}/-/blob/{environment('CI_COMMIT_SHA')}/"
    return url if _URL.fullmatch(url) else ""
