"""What a report comes to, in the words that all formats for people share: counts, what was skipped, why a finding is off."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from sealguard.model import IMPORTED, Level, Related
from sealguard.reports.advice import advice
from sealguard.reports.exposure import now, since

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.model import Finding, Report, Skipped, Suppression
    from sealguard.reports import Presentation

_FLOWS: Final = 3
"""How many flows of what is found are told where there is one line for all."""
_SUPPRESSED: Final = {
    "inline": "by a comment",
    "configuration": "by the configuration",
    "baseline": "by the baseline",
    "diff-base": "as no news",
}


def counted(report: Report) -> str:
    """Count the findings that are not suppressed, by level, the worst first."""
    levels = Counter(finding.level for finding in report.active)
    return ", ".join(plural(levels[level], str(level)) for level in sorted(Level, reverse=True) if levels[level]) or "No findings"


def totals(report: Report) -> list[str]:
    """Give all that one line can say of a report, in parts."""
    parts = [
        counted(report),
        f"{plural(report.files, 'object' if report.history else 'file')}, {size(report.bytes)}, {report.seconds:.2f} s",
        f"{len(report.suppressed):,} suppressed" if report.suppressed else "",
        f"{report.baseline.stale:,} stale in the baseline" if report.baseline and report.baseline.stale else "",
        f"{report.baseline.expired:,} expired in the baseline" if report.baseline and report.baseline.expired else "",
        f"{len(report.skipped):,} skipped" if report.skipped else "",
        "incomplete" if report.incomplete else "",
    ]
    return [part for part in parts if part]


def missed(report: Report) -> Sequence[Skipped]:
    """Give, in order, what makes the scan incomplete."""
    return sorted((s for s in report.skipped if s.incomplete), key=lambda skipped: (skipped.path, skipped.reason))


def left_out(report: Report) -> Sequence[tuple[str, int]]:
    """Count what was skipped on purpose, by reason; there can be thousands of images, and one line is enough for them."""
    return sorted(Counter(skipped.reason for skipped in report.skipped if not skipped.incomplete).items())


def unheeded(report: Report) -> str:
    """Say in one sentence what the tree says on its own findings and was not listened to; empty where there is nothing."""
    files = [f"the {each.what} '{each.path}'" for each in report.ignored if each.what != "inline"]
    comments = [each for each in report.ignored if each.what == "inline"]
    if comments:
        told = plural(len(comments), "comment that suppresses", "comments that suppress")
        files.append(f"{told} findings in {plural(len({each.path for each in comments}), 'file')}")
    return f"Ignored, as for a tree that is not trusted: {', '.join(files)}." if files else ""


def suppressed_by(suppression: Suppression) -> str:
    """Say why a finding does not count; the reason is text of the scanned tree."""
    reason = f": {suppression.reason}" if suppression.reason else ""
    return f"suppressed {_SUPPRESSED.get(suppression.kind, suppression.kind)}{reason}"


def remedy(finding: Finding, presentation: Presentation) -> str:
    """Say what to do, in one sentence without Markdown; empty where the rule has no page."""
    rule = presentation.catalogue.get(finding.rule)
    return advice(rule).replace("`", "'") if rule else ""


def flow(finding: Finding, related: Related) -> Sequence[Related]:
    """Give, in order, the places that what is written at a finding comes by, both ends among them.

    There are none where that is no more than the place itself, in the finding's own file. Imports are left out: in one line
    they would hide the rest.
    """
    if related.via is None or (not related.via and related.path == finding.path):
        return ()
    handed_on = [each for each in related.via if each.message != IMPORTED]
    return (Related("", finding.path, finding.region), *handed_on, related)


def details(finding: Finding, presentation: Presentation) -> str:
    """Say, behind a finding's message, what to do, where that goes and what history knows, on one line.

    It holds names from the scanned tree.
    """
    told = [remedy(finding, presentation)]
    flows = [(places, related) for related in finding.related if (places := flow(finding, related))]
    for places, related in flows[:_FLOWS]:
        way = " -> ".join(f"{place.path}:{place.region.start_line}" for place in places)
        told.append(f"Flow: {way} ({related.message}).")
    if len(flows) > _FLOWS:
        told.append(f"There are {plural(len(flows) - _FLOWS, 'more flow')}.")
    if finding.exposure is not None:
        told.append(f"In history since {since(finding.exposure)}; now {now(finding.exposure)}.")
    return " ".join(filter(None, told))


def plural(number: int, noun: str, many: str = "") -> str:
    """Count things; `many` is the noun for all numbers but one, where an 's' does not make it."""
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def size(count: int) -> str:
    """Give a number of bytes in the largest decimal unit of which there is one."""
    value = float(count)
    for unit in ("B", "kB", "MB", "GB"):
        if value < 1000 or unit == "GB":  # noqa: PLR2004 - decimal units
            return f"{value:,.0f} {unit}" if unit == "B" else f"{value:,.1f} {unit}"
        value /= 1000
    raise AssertionError
