"""The report as GitLab's Code Quality wants it: an array of issues, which a merge request shows beside its lines.

The format has no place for a scan as a whole, so what could not be analysed is an issue of its own. It has none for
suppressed findings either: they are left out, also where others list them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from sealguard.model import Level
from sealguard.reports.escape import encoded, escaped
from sealguard.reports.summary import details, missed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Report
    from sealguard.reports import Presentation

_SEVERITIES: Final = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "minor"}
_NOT_ANALYSED: Final = "not-analysed"


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the array as JSON in ASCII."""
    seen: Counter[tuple[str, ...]] = Counter()
    issues = []
    for finding in presentation.findings(report):
        if finding.suppression is not None:
            continue
        description = escaped(f"{finding.message} {details(finding, presentation)}".rstrip())
        # The hash is of masked lines: where the secret is another one, the issue is still the same.
        key = (finding.rule, finding.path, finding.line_hash or finding.message)
        issues.append(_issue(key, seen, description, finding.region.start_line, _SEVERITIES[finding.level]))
    for skipped in missed(report):
        description = f"The scan is incomplete: this file was not analysed: {escaped(skipped.reason)}."
        issues.append(_issue((_NOT_ANALYSED, skipped.path, skipped.reason), seen, description, 1, "info"))
    yield from encoded(issues)


def _issue(key: tuple[str, str, str], seen: Counter[tuple[str, ...]], description: str, line: int, severity: str) -> dict[str, Any]:
    seen[key] += 1
    check, path, _ = key
    identity = "\0".join((*key, str(seen[key])))
    return {
        "description": description,
        "check_name": check,
        "fingerprint": hashlib.sha256(identity.encode("utf-8", "surrogateescape")).hexdigest()[:32],
        "severity": severity,
        "location": {"path": escaped(path), "lines": {"begin": line}},
    }
