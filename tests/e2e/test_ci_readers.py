"""What others' programs make of our reports: GitHub's toolkit writes the same commands, Azure's library and junitparser read ours."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import outside
import pytest
from sample_report import sample_report

from sealguard.model import Level, Report
from sealguard.reports import Presentation, render
from sealguard.reports.escape import escaped

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

HOSTILE: Final = [
    "100%25 of a,b:c;d]e=f", "##vso[task.setvariable variable=x]y", "::set-output name=x::y", "%0A::error::x", "a\nb\r", "%AZP25%3B",
    "\u202e\udcff日本",
]  # fmt: skip


@pytest.fixture
def report() -> Report:
    """Give a report whose names and messages are hostile."""
    report = sample_report()
    finding = report.findings[-1]
    report.findings += [replace(finding, path=text, message=text, level=Level.ERROR, exposure=None) for text in HOSTILE]
    return report


def lines(name: str, report: Report) -> list[str]:
    return "".join(render(name, report, Presentation())).splitlines()


# Writes each annotation that it is given, as [level, message, properties].
TOOLKIT: Final = """\
import * as core from "@actions/core";
for (const [level, message, properties] of JSON.parse(process.argv[1])) core[level](message, properties);
"""


def test_githubs_own_toolkit_writes_the_same_commands(report: Report, pytestconfig: pytest.Config) -> None:
    ours = [line for line in lines("github", report) if line.startswith("::") and "file=" in line]
    names = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
    annotations = []
    for finding in Presentation().findings(report):
        if finding.suppression is None:
            region = finding.region
            place = {"file": escaped(finding.path), "startLine": region.start_line, "endLine": region.end_line,
                     "startColumn": region.start_column, "endColumn": region.end_column - 1}  # fmt: skip
            annotations.append([names[finding.level], escaped(finding.message), {"title": finding.rule, **place}])
    package = outside.npm_package(pytestconfig, "@actions/core", "3.0.1")
    theirs = outside.node(TOOLKIT, package, json.dumps(annotations)).splitlines()
    assert len(ours) == len(theirs)
    for our, their in zip(ours, theirs, strict=True):
        name, _, properties = our.partition("::")[2].partition("::")[0].partition(" ")
        other_name, _, other_properties = their.partition("::")[2].partition("::")[0].partition(" ")
        assert (name, set(properties.split(","))) == (other_name, set(other_properties.split(",")))
        assert our.partition("::")[2].partition("::")[2].startswith(their.partition("::")[2].partition("::")[2])


READ_AZURE: Final = """\
import { createRequire } from "node:module";
const { commandFromString } = createRequire(process.cwd() + "/")("azure-pipelines-task-lib/taskcommand.js");
console.log(JSON.stringify(JSON.parse(process.argv[1]).map(commandFromString)));
"""


def test_azures_own_library_reads_each_issue(report: Report, pytestconfig: pytest.Config) -> None:
    issues = [line for line in lines("azure", report) if "##vso[" in line]
    package = outside.npm_package(pytestconfig, "azure-pipelines-task-lib", "5.281.0")
    first, *read = json.loads(outside.node(READ_AZURE, package, json.dumps(issues)))
    assert first["message"].startswith("The scan is incomplete")
    findings = [finding for finding in Presentation().findings(report) if finding.suppression is None and finding.level > Level.NOTE]
    assert {command["command"] for command in (first, *read)} == {"task.logissue"}
    assert [command["properties"]["sourcepath"] for command in read] == [escaped(finding.path) for finding in findings]
    for command, finding in zip(read, findings, strict=True):
        assert command["message"].startswith(escaped(finding.message))
        assert command["properties"]["linenumber"] == str(finding.region.start_line)


READ_JUNIT: Final = """\
import json, sys
from junitparser import JUnitXml
suites = JUnitXml.fromfile(sys.argv[1])
(suite,) = suites
cases = [[case.classname, case.name, [type(result).__name__ for result in case.result]] for case in suite]
print(json.dumps({"counts": [suite.tests, suite.failures, suite.errors, suite.skipped], "cases": cases}))
"""


def test_junitparser_reads_each_test(report: Report, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    path = tmp_path / "report.xml"
    path.write_text("".join(render("junit", report, Presentation(include_suppressed=True))), "utf-8")
    scripts = outside.pypi_programs(pytestconfig, "junitparser==5.0.3")
    done = subprocess.run([str(scripts / "python"), "-I", "-c", READ_JUNIT, str(path)], check=True, capture_output=True, text=True)
    read = json.loads(done.stdout)
    outcomes = [outcome for _, _, results in read["cases"] for outcome in results]
    assert read["counts"] == [len(read["cases"]), outcomes.count("Failure"), outcomes.count("Error"), outcomes.count("Skipped")]
    assert (outcomes.count("Failure"), outcomes.count("Error"), outcomes.count("Skipped")) == (3 + len(HOSTILE), 1, 1)
    assert [f"sealguard.{name.partition(' ')[0]}" for _, name, _ in read["cases"][1:]] == [kind for kind, _, _ in read["cases"][1:]]
