"""The report for scripts, as `schemas/report.json` describes it. Keys are added within a version, never changed."""

from __future__ import annotations

from collections import Counter
from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from sealguard.model import Level
from sealguard.reports.escape import encoded, readable, uri
from sealguard.reports.exposure import structured

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Baselined, Finding, Region, Related, Report
    from sealguard.reports import Presentation

SCHEMA: Final = "urn:sealguard:schema:report:1"


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report as one JSON document in ASCII."""
    levels = Counter(finding.level for finding in report.active)
    document = {
        "schema": SCHEMA,
        "tool": {"name": "sealguard", "version": version("sealguard")},
        "root": readable(report.root),
        "complete": not report.incomplete,
        "summary": {
            "files": report.files,
            "bytes": report.bytes,
            "seconds": round(report.seconds, 3),
            "analysed": report.analysed,
            "findings": {str(level): levels[level] for level in sorted(Level, reverse=True)},
            "suppressed": len(report.suppressed),
            "skipped": len(report.skipped),
        },
        "baseline": _baseline(report.baseline),
        "ignored": ignored(report),
        "findings": [told(finding, presentation) for finding in presentation.findings(report)],
        "skipped": [
            {"path": readable(skipped.path), "uri": uri(skipped.path), "reason": readable(skipped.reason), "incomplete": skipped.incomplete}
            for skipped in sorted(report.skipped, key=lambda skipped: (skipped.path, skipped.reason))
        ],
    }
    yield from encoded(document)


def ignored(report: Report) -> list[dict[str, Any]]:
    """Give what the tree says on its own findings and was not listened to, as `schemas/report.json` describes it."""
    return [
        {"what": each.what, "path": readable(each.path), **({"line": each.line} if each.line else {})}
        for each in sorted(report.ignored, key=lambda each: (each.what, each.path, each.line))
    ]


def told(finding: Finding, presentation: Presentation) -> dict[str, Any]:
    """Give a finding as `schemas/report.json` describes it."""
    rule = presentation.catalogue.get(finding.rule)
    suppression = finding.suppression
    document = {
        "rule": finding.rule,
        "family": rule.family if rule else "",
        "level": str(finding.level),
        "message": readable(finding.message),
        "path": readable(finding.path),
        "uri": uri(finding.path),
        "region": _region(finding.region),
        "source": [readable(line) for line in finding.source],
        "fingerprint": finding.fingerprint,
        "related": [_related(related) for related in finding.related],
        "suppression": {"kind": suppression.kind, "reason": readable(suppression.reason)} if suppression else None,
    }
    if finding.object:
        document["object"] = finding.object
    if finding.exposure is not None:
        document["exposure"] = structured(finding.exposure)
    return document


def _baseline(baseline: Baselined | None) -> dict[str, Any] | None:
    if baseline is None:
        return None
    return {
        "path": readable(baseline.path),
        "suppressed": baseline.suppressed,
        "stale": baseline.stale,
        "expired": baseline.expired,
    }


def _related(related: Related) -> dict[str, Any]:
    return {
        "message": readable(related.message),
        "path": readable(related.path),
        "uri": uri(related.path),
        "region": _region(related.region),
        "via": None if related.via is None else [_related(each) for each in related.via],
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.start_line,
        "startColumn": region.start_column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "startColumnUtf16": region.start_column_utf16,
        "endColumnUtf16": region.end_column_utf16,
        "byteOffset": region.byte_offset,
        "byteLength": region.byte_length,
        "charOffset": region.char_offset,
        "charLength": region.char_length,
    }
