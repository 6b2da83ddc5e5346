"""What people see: complete, within the terminal's width, and safe."""

from __future__ import annotations

import re

import pytest
from sample_report import make_finding, sample_report

from sealguard.model import Report, Skipped
from sealguard.reports import Presentation, render
from sealguard.reports.escape import cells
from sealguard.reports.summary import size
from sealguard.reports.text import LISTED, wrap

PLAIN = Presentation()


@pytest.fixture
def report() -> Report:
    return sample_report()


def text(report: Report, presentation: Presentation = PLAIN) -> str:
    return "".join(render("text", report, presentation))


WHOLE = """\
bad\\x1b[31m\\u202eeman\\xff.py
  1:17 warning insecure-endpoint
   1 | x = '\\x1b[2J日本語' # http://api.sealmetrics.com
     |                       ^^^^
  why: The host '\\x1b]0;x\\x07' is bad.
  fix: Write 'https://' (or 'wss://').
  since: 2023-01-05 in 1a1a1a1a1a by Eve \\x1b[31m<eve@example.org>, exposed for
         1,385 days
  now: in history only, which keeps it; last on 2023-02-02 in 2b2b2b2b2b
  refs: main, \\u202eevil, tags/v1
  also: old\\x1b[0m.py:7 (2023-01-05)

reports/client.py
  2:8 error insecure-endpoint
   2 | URL = "http://app.sealmetrics.com/api/report"
     |        ^^^^
  why: 'app.sealmetrics.com' is called over 'http'; write 'https'.
  fix: Write 'https://' (or 'wss://').

  3:38 error wrong-scheme
   3 | …orization": f"Token {os.environ['SEALMETRICS_API_TOKEN']}", "Accept": "…
     |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  why: Use 'Bearer', not 'Token'.
  fix: Write 'Authorization: Bearer <token>', or put an API key into
       'X-API-Key'.
  see: reports/[other] file.py:2:8 (sent here)

Not analysed, so the scan is incomplete:
  private/key.py: permission denied

Run 'sealguard explain insecure-endpoint' for the whole story of a rule.
2 errors, 1 warning · 78,579 files, 1.0 GB, 2.91 s · 1 suppressed · 2 skipped
incomplete
"""


def test_the_whole_report(report: Report) -> None:
    assert text(report) == WHOLE


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, unicode: bool, report: Report) -> None:  # noqa: FBT001 - a parameter of the test
    paths = {"settings/a/rather/long/path.yaml", "bad\\x1b[31m\\u202eeman\\xff.py"}  # a path is not broken, so that it can be copied
    shown = text(report, Presentation(width=width, unicode=unicode, include_suppressed=True))
    assert [line for line in shown.splitlines() if cells(line) > width and line not in paths] == []
    assert unicode or shown.isascii()


def test_a_wide_terminal_shows_the_whole_line(report: Report) -> None:
    assert """{os.environ['SEALMETRICS_API_TOKEN']}", "Accept": "application/json"}\n""" in text(report, Presentation(width=160))


def test_color_changes_nothing_but_color(report: Report) -> None:
    colored = text(report, Presentation(color=True))
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == WHOLE
    assert "\x1b" not in text(report)


def test_suppressed_findings_are_shown_on_request(report: Report) -> None:
    assert "placeholder-token" not in text(report)
    assert "  off: suppressed by a comment: the demo\n" in text(report, Presentation(include_suppressed=True))


def test_a_clean_run_is_one_line() -> None:
    assert text(Report(files=1, bytes=999, seconds=0.014)) == "No findings · 1 file, 999 B, 0.01 s\n"


def test_a_scan_that_could_not_look_does_not_say_clean() -> None:
    shown = text(Report(skipped=[Skipped("a.py", "permission denied")]))
    assert "Not analysed, so the scan is incomplete:\n  a.py: permission denied\n" in shown
    assert "incomplete" in shown.splitlines()[-1]


def test_a_long_list_of_what_was_missed_is_cut() -> None:
    shown = text(Report(skipped=[Skipped(f"{n:02}.py", "permission denied") for n in range(LISTED + 3)]))
    assert "  and 3 more\n" in shown
    assert shown.count("permission denied") == LISTED


def test_the_place_is_seen_however_long_its_line_is() -> None:
    line = "a" * 50_000 + "NEEDLE" + "b" * 50_000
    for width in (30, 40, 80):
        finding = make_finding("a.min.js", line, "NEEDLE", "hardcoded-token", "A message.")
        shown = text(Report(findings=[finding]), Presentation(width=width)).splitlines()
        at = shown[2].index("NEEDLE")
        assert shown[3][at : at + 6] == "^^^^^^"


def test_a_place_longer_than_the_line_is_cut() -> None:
    shown = text(Report(findings=[make_finding("a.py", "x" * 300, "x" * 300, "hardcoded-token", "A message.")])).splitlines()
    assert cells(shown[2]) == cells(shown[3]) == 80


def test_sizes_are_decimal() -> None:
    assert [size(n) for n in (0, 999, 1000, 1_034_000_000, 5_000_000_000_000)] == ["0 B", "999 B", "1.0 kB", "1.0 GB", "5,000.0 GB"]


def test_words_longer_than_the_line_are_broken() -> None:
    assert wrap("a " + "b" * 20 + " 日本語日本語", 10) == ["a", "b" * 10, "b" * 10, "日本語日本", "語"]
