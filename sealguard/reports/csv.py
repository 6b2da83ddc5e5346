"""The report as a table for spreadsheets (RFC 4180), in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Final

from sealguard.reports.escape import escaped
from sealguard.reports.summary import details, missed, suppressed_by, totals

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sealguard.model import Finding, Report
    from sealguard.reports import Presentation

COLUMNS: Final = ("kind", "level", "rule", "path", "line", "column", "end line", "end column", "message", "advice")
"""`kind` is `finding`, `suppressed`, `not analysed`, `skipped`, or, in the last row, `summary`."""

# What spreadsheets take for a formula; in East Asian settings the wide forms count, too.
_FORMULA = re.compile(r"\s*[=+@|%\uff1d\uff0b\uff0d\uff20-]")


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the table row by row."""
    yield _row(COLUMNS)
    for finding in presentation.findings(report):
        yield _row(_finding(finding, presentation))
    for skipped in missed(report):
        yield _row(("not analysed", "", "", skipped.path, "", "", "", "", skipped.reason, ""))
    for skipped in sorted((s for s in report.skipped if not s.incomplete), key=lambda s: (s.path, s.reason)):
        yield _row(("skipped", "", "", skipped.path, "", "", "", "", skipped.reason, ""))
    yield _row(("summary", "", "", "", "", "", "", "", "; ".join(totals(report)), ""))


def _finding(finding: Finding, presentation: Presentation) -> Sequence[str]:
    region = finding.region
    places = (region.start_line, region.start_column, region.end_line, region.end_column)
    kind, message = "finding", finding.message
    if finding.suppression is not None:
        kind, message = "suppressed", f"{message} ({suppressed_by(finding.suppression)})"
    return (kind, str(finding.level), finding.rule, finding.path, *map(str, places), message, details(finding, presentation))


def _row(cells: Sequence[str]) -> str:
    row = io.StringIO()
    csv.writer(row, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow([_cell(cell) for cell in cells])
    return row.getvalue()


def _cell(text: str) -> str:
    shown = escaped(text)
    return f"'{shown}" if _FORMULA.match(shown) else shown
