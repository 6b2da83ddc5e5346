"""The report in Markdown, for job summaries, comments and mails: no name or message in it is a link, a mention or an image.

Whatever comes from the scanned tree and is not plain prose stands in code spans, where none of Markdown's forms, and none
of those that sites add to it, mean anything.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Final

from sealguard.reports.advice import advice
from sealguard.reports.escape import escaped, uri
from sealguard.reports.exposure import now, since
from sealguard.reports.summary import flow, left_out, missed, plural, suppressed_by, totals, unheeded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Finding, Related, Report
    from sealguard.reports import Presentation

LISTED: Final = 100
"""How many files that could not be analysed are named."""

# What a message quotes: `'api.sealmetrics.com'`, and no apostrophe.
_QUOTED = re.compile(r"(?<![^\W_])'([^']+)'(?![^\W_])")
# A word that is only prose: letters and digits, with what punctuation goes around and between them.
_WORD = re.compile(r"[\"'(]?[^\W_]+(?:['\u2019,-][^\W_]+)*[\"')]?[.,;:?!]?")


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report in pieces, each of which is whole Markdown."""
    counts, *others = totals(report)
    yield f"## sealguard: {counts}\n\n" + " \u00b7 ".join(others) + "\n"
    yield from _incomplete(report)
    if told := unheeded(report):
        yield f"\n{prose(told)}\n"
    for path, findings in itertools.groupby(presentation.findings(report), key=lambda finding: finding.path):
        yield f"\n### {code(path)}\n\n"
        for finding in findings:
            yield _finding(finding, presentation)
    if skipped := left_out(report):
        yield "\n### Skipped on purpose\n\n"
        for reason, number in skipped:
            yield f"- {plural(number, 'file')}: {prose(reason)}\n"


def _incomplete(report: Report) -> Iterator[str]:
    unread = missed(report)
    if not unread:
        return
    yield f"\n**The scan is incomplete**: {plural(len(unread), 'file')} could not be analysed.\n\n"
    for skipped in unread[:LISTED]:
        yield f"- {code(skipped.path)}: {prose(skipped.reason)}\n"
    if len(unread) > LISTED:
        yield f"- and {len(unread) - LISTED:,} more\n"


def _finding(finding: Finding, presentation: Presentation) -> str:
    """Give a finding as an item of a list; its advice is a line of its own."""
    region = finding.region
    place = f"line {region.start_line}" if region.start_line == region.end_line else f"lines {region.start_line} to {region.end_line}"
    if presentation.source_url:
        place = f"[{place}]({presentation.source_url}{uri(finding.path)}#L{region.start_line})"
    rule = presentation.catalogue.get(finding.rule)
    lines = [f"- **{finding.level}** {code(finding.rule)}, {place}: {prose(finding.message)}"]
    if rule is not None:
        lines.append(f"Fix: {advice(rule)}")
    lines.extend(_related(finding, related) for related in finding.related)
    if finding.exposure is not None:
        lines.append(f"In history since {prose(since(finding.exposure))}; now {prose(now(finding.exposure))}.")
    if finding.suppression is not None:
        lines.append(f"Off: {prose(suppressed_by(finding.suppression))}")
    return "\\\n  ".join(lines) + "\n"


def _related(finding: Finding, related: Related) -> str:
    places = flow(finding, related)
    at = " \u2192 ".join(code(f"{place.path}:{place.region.start_line}") for place in places or [related])
    return f"{'Flow' if places else 'See'} {at}" + (f" ({prose(related.message)})" if related.message else "")


def code(text: str) -> str:
    """Give text of a scanned tree as a code span, whatever it holds."""
    shown = escaped(text) or "(none)"
    fence = "`" * (max((len(run) for run in re.findall("`+", shown)), default=0) + 1)
    # One space on each side is dropped by readers; without it, a backtick or a space at the edge would be lost.
    padding = " " if shown[0] in "` " or shown[-1] in "` " else ""
    return f"{fence}{padding}{shown}{padding}{fence}"


def prose(text: str) -> str:
    """Give a sentence with what it quotes, and every word that is more than letters, in code spans."""
    pieces = _QUOTED.split(text)
    return "".join(code(piece) if index % 2 else _words(piece) for index, piece in enumerate(pieces))


def _words(text: str) -> str:
    return " ".join(_word(word) for word in text.split(" "))


def _word(word: str) -> str:
    shown = escaped(word)
    if not shown or shown in _MARKS or _WORD.fullmatch(shown):
        return shown
    bare = word.rstrip(".,;:?!")
    return code(bare) + word[len(bare) :] if bare else code(word)


_MARKS: Final = frozenset(".,;:?!()-\u2013")
