"""The report for people in a terminal: by file, with the line, what is wrong with it, and what to do."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sealguard.model import MASK, Level
from sealguard.reports.escape import cells, escaped
from sealguard.reports.exposure import named, now, period, since
from sealguard.reports.summary import flow, missed, remedy, suppressed_by, totals, unheeded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.model import Exposure, Finding, Report
    from sealguard.reports import Presentation

LISTED: Final = 10
"""How many files that could not be analysed are named."""
PROSE_WIDTH: Final = 100
"""Sentences are not set wider than this, however wide the terminal is."""
MIN_WIDTH: Final = 24

_TAB: Final = "    "
_COLORS: Final = {Level.ERROR: "1;31", Level.WARNING: "1;33", Level.NOTE: "1;36"}


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set: the terminal's width, colours, and what its encoding can hold."""

    width: int
    color: bool
    unicode: bool

    def paint(self, text: str, codes: str) -> str:
        """Colour escaped text."""
        return f"\x1b[{codes}m{text}\x1b[0m" if self.color and codes and text else text

    def shown(self, text: str) -> str:
        """Make text of the scanned tree safe to print."""
        safe = escaped(text)
        if not self.unicode:
            safe = safe.replace(MASK, "...").encode("ascii", "backslashreplace").decode("ascii")
        return safe

    def wrapped(self, label: str, text: str, codes: str = "") -> Iterator[str]:
        """Set a sentence behind a label, its further lines indented to where it begins."""
        lines = wrap(self.shown(text), min(self.width, PROSE_WIDTH) - len(label) - 3)
        yield f"  {self.paint(label, '2')} {self.paint(lines[0], codes)}\n"
        for line in lines[1:]:
            yield f"{' ' * (len(label) + 3)}{self.paint(line, codes)}\n"


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report line by line."""
    style = Style(max(MIN_WIDTH, presentation.width), presentation.color, presentation.unicode)
    shown = presentation.findings(report)
    for path, findings in itertools.groupby(shown, key=lambda finding: finding.path):
        yield style.paint(style.shown(path), "1;4") + "\n"
        for finding in findings:
            yield from _finding(finding, presentation, style)
            yield "\n"
    yield from incomplete(report, style)
    if shown:
        yield from _indented(f"Run 'sealguard explain {shown[0].rule}' for the whole story of a rule.", style, "2")
    if told := unheeded(report):
        yield from _indented(told, style, "2")
    yield from _summary(report, style)


# Findings ------------------------------------------------------------------------------------------------------------


def _finding(finding: Finding, presentation: Presentation, style: Style) -> Iterator[str]:
    region = finding.region
    color = _COLORS[finding.level]
    place = f"{region.start_line}:{region.start_column}"
    yield f"  {style.paint(place, '36')} {style.paint(str(finding.level), color)} {style.paint(finding.rule, '1')}\n"
    yield from _source(finding, style)
    yield from style.wrapped("why:", finding.message)
    if fix := remedy(finding, presentation):
        yield from style.wrapped("fix:", fix)
    for related in finding.related:
        places = flow(finding, related)
        arrow = " \u2192 " if style.unicode else " -> "
        at = arrow.join(f"{place.path}:{place.region.start_line}:{place.region.start_column}" for place in places or [related])
        yield from style.wrapped("flow:" if places else "see:", f"{at} ({related.message})" if related.message else at)
    if finding.exposure is not None:
        yield from _exposure(finding, finding.exposure, style)
    if finding.suppression is not None:
        yield from style.wrapped("off:", suppressed_by(finding.suppression), "2")


def _exposure(finding: Finding, exposure: Exposure, style: Style) -> Iterator[str]:
    """Say since when history has a credential, where it still is, and who can reach it."""
    yield from style.wrapped("since:", since(exposure))
    yield from style.wrapped("now:", now(exposure))
    if exposure.refs:
        more = f" and {len(exposure.refs) - LISTED:,} more" if len(exposure.refs) > LISTED else ""
        yield from style.wrapped("refs:", ", ".join(map(named, exposure.refs[:LISTED])) + more)
    others = [place for place in exposure.places if place.path != finding.path]
    for place in others[:LISTED]:
        yield from style.wrapped("also:", f"{place.path}:{place.line} ({period(place.first, place.last)})")
    if len(others) > LISTED:
        yield from style.wrapped("also:", f"{len(others) - LISTED:,} more paths")


def _source(finding: Finding, style: Style) -> Iterator[str]:
    """Show the lines of a finding, the place underlined in the first."""
    gutter = max(4, len(str(finding.region.start_line + len(finding.source))) + 2)
    room = style.width - gutter - 3
    for index, line in enumerate(finding.source):
        number = style.paint(f"{finding.region.start_line + index:>{gutter}} |", "2")
        if index:
            yield f"{number} {_clip(_shown_line(line, style), room, style)}".rstrip() + "\n"
            continue
        start, end = finding.underline
        before, marked, after = _window(line, start, end, room, style)
        yield f"{number} {before}{style.paint(marked, _COLORS[finding.level])}{after}".rstrip() + "\n"
        blank = style.paint(f"{'':>{gutter}} |", "2")
        yield f"{blank} {' ' * cells(before)}{style.paint('^' * max(1, cells(marked)), _COLORS[finding.level])}\n"


def _shown_line(text: str, style: Style) -> str:
    return style.shown(text.replace("\t", _TAB))


def _window(line: str, start: int, end: int, room: int, style: Style) -> tuple[str, str, str]:
    """Give what fits of a line, in three parts: before the underlined stretch, that stretch, and what follows it."""
    before, marked, after = (_shown_line(part, style) for part in (line[:start], line[start:end], line[end:]))
    if cells(before) + cells(marked) + cells(after) <= room:
        return before, marked, after
    before = before.lstrip(" ")
    marked = _clip(marked, room, style)
    # What stands before the place says more about it than what follows, and gets up to half of the room that is left.
    left = room - cells(marked)
    before = _clip_left(before, max(left - cells(after), left // 2), style)
    return before, marked, _clip(after, room - cells(before) - cells(marked), style)


def _clip(text: str, room: int, style: Style) -> str:
    if cells(text) <= room:
        return text
    dots = MASK if style.unicode else "..."
    kept = text[: max(0, room - len(dots))]
    while cells(kept) + len(dots) > room and kept:
        kept = kept[:-1]
    return (kept + dots)[: max(0, room)]


def _clip_left(text: str, room: int, style: Style) -> str:
    if cells(text) <= room:
        return text
    dots = MASK if style.unicode else "..."
    kept = text[len(text) - max(0, room - len(dots)) :]
    while cells(kept) + len(dots) > room and kept:
        kept = kept[1:]
    return (dots + kept)[: max(0, room)]


# The end -------------------------------------------------------------------------------------------------------------


def incomplete(report: Report, style: Style) -> Iterator[str]:
    """Tell what was not analysed that should have been."""
    unread = missed(report)
    if not unread:
        return
    for line in wrap("Not analysed, so the scan is incomplete:", style.width):
        yield style.paint(line, _COLORS[Level.WARNING]) + "\n"
    for skipped in unread[:LISTED]:
        yield from _indented(f"{skipped.path}: {skipped.reason}", style)
    if len(unread) > LISTED:
        yield f"  and {len(unread) - LISTED:,} more\n"
    yield "\n"


def _indented(text: str, style: Style, codes: str = "") -> Iterator[str]:
    for index, line in enumerate(wrap(style.shown(text), style.width - 4)):
        indent = "    " if index and not codes else "  " if not codes else ""
        yield f"{indent}{style.paint(line, codes)}\n"


def _summary(report: Report, style: Style) -> Iterator[str]:
    worst = max((finding.level for finding in report.active), default=None)
    color = _COLORS[worst] if worst else "1;33" if report.incomplete else "1;32"
    for line in joined(totals(report), " \u00b7 " if style.unicode else " - ", style.width):
        yield style.paint(line, color) + "\n"


def joined(parts: Iterable[str], separator: str, width: int) -> list[str]:
    """Put as many parts on a line as fit, whole."""
    lines: list[str] = []
    for part in parts:
        if lines and len(lines[-1]) + len(separator) + len(part) <= width:
            lines[-1] += separator + part
        else:
            lines.append(part)
    return lines


def wrap(text: str, width: int) -> list[str]:
    """Break escaped text at spaces into lines of at most `width` cells; longer words are broken anywhere."""
    width = max(width, 8)
    lines = [""]
    for word in text.split():
        rest = word
        if lines[-1] and cells(lines[-1]) + 1 + cells(rest) <= width:
            lines[-1] += f" {rest}"
            continue
        if lines[-1]:
            lines.append("")
        while cells(rest) > width:
            cut = width
            while cells(rest[:cut]) > width:
                cut -= 1
            lines[-1] = rest[:cut]
            lines.append("")
            rest = rest[cut:]
        lines[-1] = rest
    return lines
