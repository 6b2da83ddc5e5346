"""The report as GitHub Actions reads it from a step's output: annotations on the lines of a pull request, then the rest as a log.

A runner shows ten annotations of each level for a step; what is over that is told in plain lines. `summary` gives the page
that belongs to the step.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sealguard.model import Level
from sealguard.reports import log, markdown
from sealguard.reports.escape import escaped
from sealguard.reports.summary import details

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Finding, Report
    from sealguard.reports import Presentation

MAX_ANNOTATIONS: Final = 10
"""Of each level, for one step."""
MAX_MESSAGE: Final = 4000
"""In characters; the runner cuts at 4,096."""
MAX_SUMMARY: Final = 1024 * 1024
"""In bytes; a larger page is not shown at all."""

_CUT: Final = "\n*More does not fit on this page: the step's log has the rest.*\n"
_COMMANDS: Final = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_DATA: Final = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the annotations, and the log line by line."""
    told: Counter[Level] = Counter()
    if problem := log.incomplete(report):
        told[Level.WARNING] += 1
        yield _command(Level.WARNING, problem, title="sealguard: the scan is incomplete")
    rest = []
    for finding in presentation.findings(report):
        if finding.suppression is not None or told[finding.level] == MAX_ANNOTATIONS:
            rest.append(finding)
            continue
        told[finding.level] += 1
        yield _annotation(finding, presentation)
    yield from map(log.line, rest)
    yield from log.end(report)


def _annotation(finding: Finding, presentation: Presentation) -> str:
    region = finding.region
    message = f"{escaped(finding.message)}\n{escaped(details(finding, presentation))}".rstrip()
    place = {"file": escaped(finding.path), "line": str(region.start_line), "endLine": str(region.end_line)}
    if region.start_line == region.end_line:  # columns are for one line
        place |= {"col": str(region.start_column), "endColumn": str(max(region.end_column - 1, region.start_column))}
    return _command(finding.level, message, **place, title=finding.rule)


def _command(level: Level, message: str, **properties: str) -> str:
    shown = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{_COMMANDS[level]} {shown}::{message[:MAX_MESSAGE].translate(_DATA)}\n"


def summary(report: Report, presentation: Presentation, room: int = MAX_SUMMARY) -> Iterator[str]:
    """Give the page for the step, in Markdown and at most `room` bytes of it."""
    room -= len(_CUT)
    for piece in markdown.render(report, presentation):
        room -= len(piece.encode("utf-8"))
        if room < 0:
            yield _CUT
            return
        yield piece
