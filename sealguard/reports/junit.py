"""The report as JUnit's XML, which CI systems show as tests: a finding at or above `--fail-on` is a test that failed.

Findings below it are tests that passed and say so, suppressed ones are skipped, and the scan itself is a test: it has an
error when the scan is incomplete. So there is always at least one, and a clean run is not taken for one that told nothing.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sealguard.model import Level
from sealguard.reports import log
from sealguard.reports.escape import escaped
from sealguard.reports.summary import details, suppressed_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.model import Finding, Report
    from sealguard.reports import Presentation


def render(report: Report, presentation: Presentation) -> Iterator[str]:
    """Give the report as one document."""
    suite = Element("testsuite")
    _properties(suite, report)
    _scan(suite, report)
    for finding in presentation.findings(report):
        _case(suite, finding, presentation)
    SubElement(suite, "system-out").text = "\n" + "".join(log.end(report))
    counts = {f"{outcome}s": len(suite.findall(f"testcase/{outcome}")) for outcome in ("failure", "error")}
    common = {"name": "sealguard", "tests": len(suite.findall("testcase")), **counts, "time": f"{report.seconds:.3f}"}
    suite.attrib = {name: str(value) for name, value in {**common, "skipped": len(suite.findall("testcase/skipped"))}.items()}
    root = Element("testsuites", {name: str(value) for name, value in common.items()})
    root.append(suite)
    indent(root)
    yield "<?xml version='1.0' encoding='utf-8'?>\n"
    yield tostring(root, encoding="unicode")
    yield "\n"


def _properties(suite: Element, report: Report) -> None:
    levels = {str(level): sum(finding.level is level for finding in report.active) for level in sorted(Level, reverse=True)}
    counts = {**levels, "suppressed": len(report.suppressed), "skipped": len(report.skipped), "files": report.files, "bytes": report.bytes}
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", name="version", value=version("sealguard"))
    for name, count in counts.items():
        SubElement(properties, "property", name=name, value=str(count))


def _scan(suite: Element, report: Report) -> None:
    case = SubElement(suite, "testcase", classname="sealguard", name="the scan is complete")
    if problem := log.incomplete(report):
        SubElement(case, "error", type="incomplete", message=problem).text = "".join(log.end(report))


def _case(suite: Element, finding: Finding, presentation: Presentation) -> None:
    """Add a finding as a test. Its name has no column, so that a test keeps its history when a line is indented."""
    place = escaped(f"{finding.path}:{finding.region.start_line}")
    case = SubElement(suite, "testcase", classname=f"sealguard.{finding.rule}", name=f"{finding.rule} in {place}")
    text = f"{log.line(finding)}{escaped(details(finding, presentation))}\n"
    if finding.suppression is not None:
        SubElement(case, "skipped", message=escaped(suppressed_by(finding.suppression)))
    elif finding.level >= presentation.fail_on:
        SubElement(case, "failure", type=str(finding.level), message=escaped(finding.message)).text = text
    else:
        SubElement(case, "system-out").text = text
