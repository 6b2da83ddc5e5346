"""An audit for scripts, as `schemas/audit.json` describes it. Keys are added within a version, never changed."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any, Final

from sealguard.audit.checklist import State
from sealguard.reports.escape import encoded, readable, uri
from sealguard.reports.exposure import structured
from sealguard.reports.json import ignored, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sealguard.audit import Answer, Audit, Entry, Task
    from sealguard.audit.inventory import Spot
    from sealguard.reports import Presentation

SCHEMA: Final = "urn:sealguard:schema:audit:1"


def render(audit: Audit, presentation: Presentation) -> Iterator[str]:
    """Give the audit as one JSON document in ASCII."""
    report = audit.report
    document = {
        "schema": SCHEMA,
        "tool": {"name": "sealguard", "version": version("sealguard")},
        "root": readable(report.root),
        "complete": not report.incomplete,
        "history": {"searched": audit.history, "gap": readable(audit.commits)},
        "summary": {str(state).replace(" ", "-"): audit.count(state) for state in State},
        "checklist": [_answer(answer) for answer in audit.answers],
        "inventory": {
            "applications": [readable(each) for each in audit.inventory.applications],
            "entries": [_entry(entry) for entry in audit.inventory.entries],
        },
        "tasks": [_task(task) for task in audit.tasks],
        "ignored": ignored(report),
        "findings": [told(finding, presentation) for finding in presentation.findings(report)],
        "skipped": [
            {"path": readable(skipped.path), "uri": uri(skipped.path), "reason": readable(skipped.reason), "incomplete": skipped.incomplete}
            for skipped in report.skipped
        ],
    }
    yield from encoded(document)


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "practice": answer.practice.id,
        "section": answer.practice.section,
        "says": answer.practice.says,
        "state": str(answer.state).replace(" ", "-"),
        "why": readable(answer.why),
        "evidence": _spots(answer.evidence),
        "open": _spots(answer.open),
        "off": list(answer.off),
    }


def _spots(spots: Iterable[Spot]) -> list[dict[str, Any]]:
    return [{"path": readable(spot.path), "uri": uri(spot.path), "line": spot.line, "what": readable(spot.what)} for spot in spots]


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "name": readable(entry.name),
        "writtenOut": entry.literal,
        "defined": _spots(entry.defined),
        "read": _spots(entry.read),
        "mentioned": _spots(entry.mentioned),
        "applications": [readable(each) for each in entry.applications],
        "users": [{"application": readable(user.application), "ways": list(user.ways)} for user in entry.users],
        "calls": [
            {"method": call.method, "endpoint": readable(call.endpoint), "scopes": list(call.scopes), "places": _spots(call.spots)}
            for call in entry.calls
        ],
        "needs": list(entry.needs),
        "claims": list(entry.claims),
        "issued": entry.issued.isoformat() if entry.issued else None,
        "expires": entry.expires.isoformat() if entry.expires else None,
        "expired": entry.expired,
        "holds": list(entry.holds),
        "client": entry.client,
        "published": entry.published,
        "inWorktree": entry.present,
        "ageInDays": entry.age,
        "exposure": structured(entry.exposure) if entry.exposure else None,
        "rules": list(entry.rules),
        "accepted": readable(entry.accepted),
    }


def _task(task: Task) -> dict[str, Any]:
    return {
        "risk": str(task.risk),
        "title": readable(task.title),
        "why": readable(task.why),
        "places": _spots(task.places),
        "steps": [{"act": step.act, "text": readable(step.text)} for step in task.steps],
        "credential": task.credential,
        "rule": task.rule,
    }
