"""What the logs of CI runners hold beside commands: a line for each finding that no command tells, what was skipped, the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sealguard.reports.escape import escaped
from sealguard.reports.summary import left_out, missed, plural, suppressed_by, totals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Finding, Report

NAMED: Final = 10
"""How many files that could not be analysed a command names."""


def line(finding: Finding) -> str:
    """Tell a finding in one line, as compilers do."""
    region = finding.region
    off = f" ({suppressed_by(finding.suppression)})" if finding.suppression else ""
    place = f"{finding.path}:{region.start_line}:{region.start_column}"
    return escaped(f"{place}: {finding.level} {finding.rule}: {finding.message}{off}") + "\n"


def incomplete(report: Report) -> str:
    """Say that the scan is incomplete, and why; empty where it is complete."""
    unread = missed(report)
    if not unread:
        return ""
    named = "; ".join(f"'{skipped.path}' ({skipped.reason})" for skipped in unread[:NAMED])
    more = f"; and {len(unread) - NAMED:,} more" if len(unread) > NAMED else ""
    return escaped(f"The scan is incomplete, because {plural(len(unread), 'file')} could not be analysed: {named}{more}.")


def end(report: Report) -> Iterator[str]:
    """List what was not analysed, and why, and count everything."""
    for skipped in missed(report):
        yield escaped(f"not analysed: {skipped.path}: {skipped.reason}") + "\n"
    for reason, number in left_out(report):
        yield escaped(f"skipped on purpose: {plural(number, 'file')}: {reason}") + "\n"
    yield "sealguard: " + ", ".join(totals(report)) + "\n"
