"""The report for scripts keeps to its published schema."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from sample_report import sample_report

from sealguard.reports import Presentation, render

if TYPE_CHECKING:
    from sealguard.model import Report

SCHEMA = json.loads((resources.files("sealguard") / "schemas" / "report.json").read_text("utf-8"))


@pytest.fixture
def report() -> Report:
    return sample_report()


def rendered(report: Report, *, include_suppressed: bool = False) -> tuple[str, dict[str, Any]]:
    text = "".join(render("json", report, replace(Presentation(), include_suppressed=include_suppressed)))
    return text, json.loads(text)


def test_it_keeps_to_its_schema(report: Report) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for include in (False, True):
        jsonschema.validate(rendered(report, include_suppressed=include)[1], SCHEMA)


def test_the_schema_names_every_key(report: Report) -> None:
    _, document = rendered(report, include_suppressed=True)

    def keys(schema: dict[str, Any]) -> set[str]:
        return set(schema["properties"])

    assert set(document) == keys(SCHEMA)
    assert set(document["summary"]) == keys(SCHEMA["properties"]["summary"])
    assert set(document["findings"][0]) == keys(SCHEMA["$defs"]["finding"])
    assert set(document["skipped"][0]) == keys(SCHEMA["$defs"]["skipped"])
    assert set(document["findings"][0]["region"]) == set(SCHEMA["$defs"]["region"]["required"])


def test_findings_are_ordered_and_suppressed_ones_counted(report: Report) -> None:
    _, document = rendered(report)
    assert [(f["path"], f["region"]["startLine"]) for f in document["findings"]] == [
        ("bad\x1b[31m\u202eeman\\xff.py", 1),
        ("reports/client.py", 2),
        ("reports/client.py", 3),
    ]
    assert document["summary"]["findings"] == {"error": 2, "warning": 1, "note": 0}
    assert document["summary"]["suppressed"] == 1
    assert document["complete"] is False
    listed = rendered(report, include_suppressed=True)[1]["findings"]
    assert listed[-1]["suppression"] == {"kind": "inline", "reason": "the demo"}
    assert listed[0]["suppression"] is None


def test_it_is_ascii_and_names_every_path_exactly(report: Report) -> None:
    text, document = rendered(report)
    assert text.isascii()
    assert "\x1b" not in text
    assert document["findings"][0]["uri"] == "bad%1B%5B31m%E2%80%AEeman%FF.py"
