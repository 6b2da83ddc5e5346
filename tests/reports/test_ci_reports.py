"""What the formats for CI systems, people's tables and comments say of a report, and that none of them forgets what was not looked at."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import runners
from sample_report import make_finding, sample_report

from sealguard.model import Level, Report, Skipped
from sealguard.reports import FORMATS, Presentation, github, markdown, render

PLAIN = Presentation()
WITH_SUPPRESSED = Presentation(include_suppressed=True)


def shown(name: str, report: Report, presentation: Presentation = PLAIN) -> str:
    return "".join(render(name, report, presentation))


def many(number: int, level: Level = Level.ERROR) -> Report:
    """Make a report with findings of one level, each in a file of its own."""
    findings = [make_finding(f"{index:05}.py", "http", "http", "insecure-endpoint", "Bad.", level=level) for index in range(number)]
    return Report(findings=findings, files=number)


@pytest.mark.parametrize("name", FORMATS)
def test_what_was_not_analysed_is_named_with_its_reason(name: str) -> None:
    text = shown(name, sample_report())
    assert "private/key.py" in text
    assert "permission denied" in text


# GitLab's array has a place for findings only, and counts nothing.
@pytest.mark.parametrize("name", sorted({"text", "github", "azure", "junit", "markdown", "csv"}))
def test_everything_is_counted(name: str) -> None:
    text = shown(name, sample_report())
    for part in ("2 errors, 1 warning", "78,579 files", "1 suppressed", "2 skipped", "incomplete"):
        assert part in text.replace("\n", " ")
    assert "placeholder-token" not in text, "suppressed findings are listed only where it is asked for"
    assert "the demo" in shown(name, sample_report(), WITH_SUPPRESSED)


@pytest.mark.parametrize("name", ["github", "azure", "junit", "markdown"])
def test_what_is_skipped_on_purpose_is_counted_by_reason(name: str) -> None:
    report = Report(skipped=[Skipped(f"{index}.png", "it is binary", incomplete=False) for index in range(3)])
    text = shown(name, report)
    assert "3 files: it is binary" in text
    assert "incomplete" not in text


# GitHub --------------------------------------------------------------------------------------------------------------


def test_github_shows_each_finding_on_its_lines() -> None:
    first, *_ = [line for line in shown("github", sample_report()).splitlines() if "wrong-scheme" in line]
    command = runners.github(first)
    assert command == runners.Command(
        "error",
        {"file": "reports/client.py", "line": "3", "endLine": "3", "col": "38", "endColumn": "83", "title": "wrong-scheme"},
        "Use 'Bearer', not 'Token'.\nWrite 'Authorization: Bearer <token>', or put an API key into 'X-API-Key'.",
    )


@pytest.mark.parametrize(("level", "name"), [(Level.ERROR, "error"), (Level.WARNING, "warning"), (Level.NOTE, "notice")])
def test_github_gets_no_more_annotations_than_it_shows(level: Level, name: str) -> None:
    lines = shown("github", many(12, level)).splitlines()
    assert [line.startswith(f"::{name} ") for line in lines] == [True] * 10 + [False] * 3
    assert lines[10:12] == [f"{index:05}.py:1:1: {level} insecure-endpoint: Bad." for index in (10, 11)]


def test_the_warning_that_a_scan_is_incomplete_is_never_cut_off() -> None:
    report = many(12, Level.WARNING)
    report.skipped = [Skipped(f"{index}.py", "it is too large") for index in range(12)]
    annotations = [line for line in shown("github", report).splitlines() if line.startswith("::warning ")]
    assert len(annotations) == 10
    assert annotations[0].startswith("::warning title=sealguard%3A the scan is incomplete::The scan is incomplete, because 12 files")
    assert annotations[0].endswith("; and 2 more.")


def test_the_page_of_a_step_keeps_to_its_limit_and_says_what_is_missing() -> None:
    report = many(20_000)
    page = "".join(github.summary(report, PLAIN))
    assert len(page.encode()) <= github.MAX_SUMMARY < len(shown("markdown", report))
    assert page.startswith("## sealguard: 20,000 errors\n")
    assert page.endswith("the step's log has the rest.*\n")
    assert "".join(github.summary(sample_report(), PLAIN)) == shown("markdown", sample_report())
    assert len("".join(github.summary(report, PLAIN, 200))) <= 200


# GitLab --------------------------------------------------------------------------------------------------------------

# As https://docs.gitlab.com/ci/testing/code_quality/ describes the report.
CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)."},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


def test_gitlab_gets_its_schema() -> None:
    issues = json.loads(shown("gitlab", sample_report(), WITH_SUPPRESSED))
    jsonschema.validate(issues, CODE_QUALITY)
    assert [(issue["check_name"], issue["severity"]) for issue in issues] == [
        ("insecure-endpoint", "major"),
        ("insecure-endpoint", "critical"),
        ("wrong-scheme", "critical"),
        ("not-analysed", "info"),
    ]
    assert json.loads(shown("gitlab", Report())) == []


def test_gitlab_can_tell_issues_apart_and_knows_them_again() -> None:
    text = "http\nhttp\n"
    twice = [make_finding("a.py", text, text, "insecure-endpoint", "Bad.", line_hash="1f") for _ in range(2)]
    moved = replace(make_finding("a.py", "\n\n" + text, text, "insecure-endpoint", "Bad.", line_hash="1f"), fingerprint="another")
    prints = [issue["fingerprint"] for issue in json.loads(shown("gitlab", Report(findings=twice)))]
    assert len(set(prints)) == 2
    assert json.loads(shown("gitlab", Report(findings=[moved])))[0]["fingerprint"] == prints[0]


# JUnit ---------------------------------------------------------------------------------------------------------------


def test_a_test_fails_where_the_exit_code_would() -> None:
    def outcomes(fail_on: Level) -> list[str]:
        root = ET.fromstring(shown("junit", sample_report(), replace(WITH_SUPPRESSED, fail_on=fail_on)))  # noqa: S314 - it is ours
        return [child.tag for case in root.iter("testcase") for child in case]

    assert outcomes(Level.WARNING) == ["error", "failure", "failure", "failure", "skipped"]
    assert outcomes(Level.ERROR) == ["error", "system-out", "failure", "failure", "skipped"]


def test_a_clean_scan_is_a_test_that_passed() -> None:
    root = ET.fromstring(shown("junit", Report()))  # noqa: S314 - it is ours
    assert root.attrib == {"name": "sealguard", "tests": "1", "failures": "0", "errors": "0", "time": "0.000"}


# For people ----------------------------------------------------------------------------------------------------------


def test_a_table_has_a_row_for_everything() -> None:
    rows = list(csv.DictReader(io.StringIO(shown("csv", sample_report(), WITH_SUPPRESSED), newline="")))
    assert [row["kind"] for row in rows] == ["finding"] * 3 + ["suppressed", "not analysed", "skipped", "summary"]
    assert (rows[1]["path"], rows[1]["line"], rows[1]["end column"]) == ("reports/client.py", "2", "12")


def test_no_path_is_a_formula() -> None:
    finding = make_finding("=HYPERLINK(1).py", "http", "http", "insecure-endpoint", "+1 is bad.")
    assert '"\'=HYPERLINK(1).py"' in shown("csv", Report(findings=[finding]))


MARKDOWN = """\
## sealguard: 2 errors, 1 warning

78,579 files, 1.0 GB, 2.91 s · 1 suppressed · 2 skipped · incomplete

**The scan is incomplete**: 1 file could not be analysed.

- `private/key.py`: permission denied

### `bad\\x1b[31m\\u202eeman\\xff.py`

- **warning** `insecure-endpoint`, line 1: The host `\\x1b]0;x\\x07` is bad.\\
  Fix: Write `https://` (or `wss://`).\\
  In history since 2023-01-05 in 1a1a1a1a1a by Eve `\\x1b[31m<eve@example.org>`, {LAST}last on 2023-02-02 in 2b2b2b2b2b.

### `reports/client.py`

- **error** `insecure-endpoint`, line 2: `app.sealmetrics.com` is called over `http`; write `https`.\\
  Fix: Write `https://` (or `wss://`).
- **error** `wrong-scheme`, line 3: Use `Bearer`, not `Token`.\\
  Fix: Write `Authorization: Bearer <token>`, or put an API key into `X-API-Key`.\\
  See `reports/[other] file.py:2` (sent here)

### Skipped on purpose

- 1 file: it is binary
"""


def test_the_whole_report_in_markdown() -> None:
    assert shown("markdown", sample_report()) == MARKDOWN.replace("{LAST}", "exposed for 1,385 days; now in history only, which keeps it; ")


@pytest.mark.parametrize(("text", "span"), [("a", "`a`"), ("`", "`` ` ``"), ("a``b", "```a``b```"), (" a", "`  a `"), ("a\n", "`a\\n`")])
def test_a_code_span_holds_whatever_it_is_given(text: str, span: str) -> None:
    assert markdown.code(text) == span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Use 'Bearer', not 'Token'.", "Use `Bearer`, not `Token`."),
        ("It's the caller's.", "It's the caller's."),
        ("Ask @acme about #1 (soon).", "Ask `@acme` about `#1` (soon)."),
        ("See www.example.org or <b>.", "See `www.example.org` or `<b>`."),
        ("the file has 3 parts - two", "the file has 3 parts - two"),
    ],
)
def test_prose_stays_prose_and_all_else_is_code(text: str, shown: str) -> None:
    assert markdown.prose(text) == shown
