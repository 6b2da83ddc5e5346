"""No name, message, reason or line of a scanned tree gives an order to whoever reads a report, in any format."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
import runners
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_report import make_finding, sample_report

from sealguard.model import Commit, Exposure, Level, Place, Related, Report, Skipped, Suppression
from sealguard.reports import FORMATS, Presentation, render
from sealguard.reports.escape import escaped

PRESENTATION = Presentation(width=40, include_suppressed=True, source_url="https://git.example.org/acme/app/blob/abc/")
OURS = frozenset({"text", "json", "sarif", "github", "gitlab", "azure", "junit", "markdown", "csv"})

ORDERS = [
    "::set-output name=x::y", "::add-mask::a", "::STOP-COMMANDS::z", "::error::", " ::warning ", "::group::", "::", ":", "%0A::error::x",
    "##[add-mask]x", "##[group]", "###[error]x", "##vso[task.setvariable variable=PATH]x", "##VSO[",
    "####vso[task.complete result=Failed;]",
    "\n", "\r", "\r\n", "\u2028", "\x85", "\x0b", "%0A", "%25", "%AZP25", "%5D", "]", ";", ",", "=", "-", "+", "@", "|", "\t",
    '"', "'", "`",
    "<img src=//x>", "![a](//x)", "[a](//x)", "https://evil.example", "www.evil.example", "@acme", "#1", "**", "_a_", "</testcase>", "]]>",
    "\x1b[2J", "\u202e", "\udcff", "\u200b", "\u00ad", " ", "a", "word", "日本",
]  # fmt: skip
hostile = st.lists(st.sampled_from(ORDERS) | st.text(max_size=4), min_size=1, max_size=8).map("".join)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Give a report in which everything that a tree can say is hostile."""
    made = []
    for _ in range(draw(st.integers(0, 2))):
        text = draw(hostile) + "http"
        finding = make_finding(
            draw(hostile),
            text,
            "http",
            "insecure-endpoint",
            draw(hostile),
            level=draw(st.sampled_from(Level)),
            suppression=draw(st.none() | st.builds(Suppression, st.just("inline"), hostile)),
        )
        commit = Commit("1a" * 20, 1_672_900_000, draw(hostile))
        place = Place(draw(hostile), 1, commit, commit, current=False)
        exposure = Exposure(commit, commit, (draw(hostile),), current=False, worktree=False, days=9, places=(place,))
        related = (Related(draw(hostile), draw(hostile), finding.region),)
        made.append(replace(finding, related=related, exposure=draw(st.none() | st.just(exposure))))
    return Report(
        findings=made, skipped=draw(st.lists(st.builds(Skipped, hostile, hostile, st.booleans()), max_size=2)), root=draw(hostile)
    )


def rendered(name: str, report: Report) -> str:
    return "".join(render(name, report, PRESENTATION))


# A runner ends a line where .NET does: LF, CR, CRLF; splitlines ends more, which hides nothing.
def lines(text: str) -> list[str]:
    return [*text.splitlines(), *re.split(r"[\r\n]", text)]


@given(reports(), st.sampled_from(FORMATS))
def test_a_runner_obeys_our_commands_only(report: Report, name: str) -> None:
    for line in lines(rendered(name, report)):
        if command := runners.github(line):
            assert name == "github"
            assert command.name in {"error", "warning", "notice"}
            assert set(command.properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        if issue := runners.azure(line):
            assert name == "azure"
            assert issue.name == "task.logissue"
            assert set(issue.properties) <= {"type", "sourcepath", "linenumber", "columnnumber", "code"}


@given(reports())
def test_each_finding_is_one_command_that_says_what_the_finding_says(report: Report) -> None:
    active = [finding for finding in PRESENTATION.findings(report) if finding.suppression is None]
    commands = [command for line in rendered("github", report).splitlines() if (command := runners.github(line))]
    told = [(command.properties["file"], command.message.partition("\n")[0]) for command in commands if "file" in command.properties]
    assert told == [(escaped(finding.path), escaped(finding.message)) for finding in active]
    assert len(commands) == len(told) + report.incomplete

    issues = [issue for line in rendered("azure", report).splitlines() if (issue := runners.azure(line))]
    named = [issue for issue in issues if "sourcepath" in issue.properties]
    expected = [finding for finding in active if finding.level is not Level.NOTE]
    assert [issue.properties["sourcepath"] for issue in named] == [escaped(finding.path) for finding in expected]
    assert all(issue.message.startswith(escaped(finding.message)) for issue, finding in zip(named, expected, strict=True))
    assert len(issues) == len(named) + report.incomplete


@given(reports(), st.sampled_from(sorted(OURS)))
def test_nothing_acts_on_a_terminal_or_hides(report: Report, name: str) -> None:
    categories = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert [char for char in rendered(name, report) if unicodedata.category(char) in categories and char not in "\r\n"] == []


@given(reports())
def test_no_cell_of_a_table_is_a_formula(report: Report) -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv", report), newline="")))
    assert {len(row) for row in rows} == {10}
    assert len(rows) == 2 + len(report.findings) + len(report.skipped)
    assert [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+-@|%\uff1d\uff0b\uff0d\uff20")] == []


@given(reports())
def test_a_document_in_xml_keeps_its_form(report: Report) -> None:
    root = ET.fromstring(rendered("junit", report))  # noqa: S314 - it is ours
    assert len(root.findall("testsuite/testcase")) == 1 + len(report.findings)


MARKDOWN = MarkdownIt("gfm-like", {"html": True, "linkify": False})


@given(reports())
def test_markdown_has_no_link_image_mention_or_html_of_theirs(report: Report) -> None:
    tokens = MARKDOWN.parse(rendered("markdown", report))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert kinds <= {
        "heading_open", "heading_close", "paragraph_open", "paragraph_close", "inline", "bullet_list_open", "bullet_list_close",
        "list_item_open", "list_item_close", "text", "code_inline", "strong_open", "strong_close", "link_open", "link_close", "hardbreak",
        "softbreak",
    }  # fmt: skip
    hrefs = [str(token.attrs["href"]) for token in inline if token.type == "link_open"]
    assert all(href.startswith(PRESENTATION.source_url) for href in hrefs)
    assert len(hrefs) == len(report.findings)
    prose = [token.content for token in inline if token.type == "text"]
    assert [text for text in prose if re.search(r"[@<>]|#\d|://|www\.", text)] == []
    codes = [token.content for token in inline if token.type == "code_inline"]
    assert sum(code == "insecure-endpoint" for code in codes) >= len(report.findings)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_the_same_each_time_and_in_order(name: str) -> None:
    report = sample_report()
    first = rendered(name, report)
    report.findings.reverse()
    report.skipped.reverse()
    assert rendered(name, report) == first
    assert first.index("client.py") < first.rindex("wrong-scheme")
