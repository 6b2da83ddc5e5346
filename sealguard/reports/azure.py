"""The report as an agent of Azure Pipelines reads it from a step's output: issues of the run, then the rest as a log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.model import Level
from sealguard.reports import log
from sealguard.reports.escape import escaped
from sealguard.reports.summary import details

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Finding, Report
    from sealguard.reports import Presentation

_DATA: Final = str.maketrans({"%": "%AZP25", "\r": "%0D", "\n": "%0A"})
_PROPERTY: Final = _DATA | str.maketrans({"]": "%5D", ";": "%3B"})


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the issues, and the log line by line. Azure knows errors and warnings; notes stand in the log."""
    if problem := log.incomplete(report):
        yield _issue(Level.WARNING, problem)
    rest = []
    for finding in presentation.findings(report):
        if finding.suppression is not None or finding.level is Level.NOTE:
            rest.append(finding)
        else:
            yield _of(finding, presentation)
    yield from map(log.line, rest)
    yield from log.end(report)


def _of(finding: Finding, presentation: Presentation) -> str:
    message = escaped(f"{finding.message} {details(finding, presentation)}".rstrip())
    place = {
        "sourcepath": escaped(finding.path),
        "linenumber": str(finding.region.start_line),
        "columnnumber": str(finding.region.start_column),
        "code": finding.rule,
    }
    return _issue(finding.level, message, **place)


def _issue(level: Level, message: str, **properties: str) -> str:
    shown = "".join(f"{name}={value.translate(_PROPERTY)};" for name, value in {"type": str(level), **properties}.items())
    return f"##vso[task.logissue {shown}]{message.translate(_DATA)}\n"
