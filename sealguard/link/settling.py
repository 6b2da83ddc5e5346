"""Says once what several files say: a fault in one that many draw on is seen from each of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Final

from sealguard.catalogue import load_catalogue
from sealguard.suppression import UNUSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sealguard.model import Finding

_MOST_RELATED: Final = 20
"""How many of the places that use what is written in one are told."""


def settled(findings: Sequence[Finding]) -> list[Finding]:
    """Give findings without those that another one says, too: the same one seen from elsewhere, or by a less specific rule.

    A suppression is in use if what it covers takes another file to be seen.
    """
    catalogue = load_catalogue()
    kept: dict[tuple[str, int, int], dict[str, Finding]] = {}
    for finding in sorted(findings, key=lambda each: each.linked):
        here = kept.setdefault((finding.path, finding.region.char_offset, finding.region.char_length), {})
        known = here.get(finding.rule, finding)
        related = tuple(dict.fromkeys((*known.related, *finding.related)))[:_MOST_RELATED]
        here[finding.rule] = dataclasses.replace(known, related=related)
    covered = {
        (finding.path, line)
        for finding in findings
        if finding.linked and finding.suppression is not None and finding.suppression.kind == "inline"
        for line in (finding.region.start_line, finding.region.start_line - 1)
    }
    return [
        finding
        for rules in kept.values()
        for finding in rules.values()
        if not any(finding.rule in catalogue[other].supersedes for other in rules if other in catalogue)
        and not (finding.rule == UNUSED and (finding.path, finding.region.start_line) in covered)
    ]
