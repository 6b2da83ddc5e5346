"""Says once what several files say: a fault in one that many draw on is seen from each of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from sealguard.catalogue import load_catalogue
from sealguard.model import MOST_RELATED
from sealguard.suppression import UNUSED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sealguard.model import Finding

_ONCE_A_FILE: Final = "committed-env-file"
"""A rule that says once of a file what its first entry shows, whoever reads that."""


def settled(findings: Sequence[Finding]) -> list[Finding]:
    """Give findings without those that another one says, too: the same one seen from elsewhere, or by a less specific rule.

    A suppression is in use if what it covers takes another file to be seen.
    """
    kept: dict[tuple[str, int, int], dict[str, Finding]] = {}
    for finding in sorted(findings, key=_turn):
        here = kept.setdefault((finding.path, finding.region.char_offset, finding.region.char_length), {})
        known = here.get(finding.rule, finding)
        related = tuple(dict.fromkeys((*known.related, *finding.related)))[:MOST_RELATED]
        here[finding.rule] = dataclasses.replace(known, related=related)
    # What stands under a name that browsers are shown is that name's fault, wherever the value turns out to be sent.
    on_line: dict[tuple[str, int], set[str]] = {}
    for finding in findings:
        if not finding.linked:
            on_line.setdefault((finding.path, finding.region.start_line), set()).add(finding.rule)
    covered = {
        (finding.path, line)
        for finding in findings
        if finding.linked and finding.suppression is not None and finding.suppression.kind == "inline"
        for line in (finding.region.start_line, finding.region.start_line - 1)
    }
    first: dict[str, int] = {}
    for finding in findings:
        if finding.rule == _ONCE_A_FILE:
            first[finding.path] = min(finding.region.char_offset, first.get(finding.path, finding.region.char_offset))
    return [
        finding
        for rules in kept.values()
        for finding in rules.values()
        if not _is_told(finding, rules)
        and not (finding.rule == _ONCE_A_FILE and finding.region.char_offset > first[finding.path])
        and not (finding.linked and _is_told(finding, on_line.get((finding.path, finding.region.start_line), ())))
        and not (finding.rule == UNUSED and (finding.path, finding.region.start_line) in covered)
    ]


def _turn(finding: Finding) -> tuple[bool, list[list[tuple[str, int]]]]:
    """Order what is said of one place: by itself first, then by where it is used, whichever process found that first."""
    stops = ([related, *(related.via or ())] for related in finding.related)
    return finding.linked, [[(stop.path, stop.region.char_offset) for stop in each] for each in stops]


def _is_told(finding: Finding, others: Iterable[str]) -> bool:
    """Tell whether one of some rules, which find something in the same place, is a more specific one that says the same."""
    catalogue = load_catalogue()
    return any(finding.rule in catalogue[other].supersedes for other in others if other in catalogue)
