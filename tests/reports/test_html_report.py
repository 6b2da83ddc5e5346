"""The page for a browser, as text; `tests/e2e/test_html_report.py` opens it in one."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from sample_report import make_finding, sample_report

from sealguard.model import Baselined, Commit, Exposure, Finding, Level, Related, Report, Skipped
from sealguard.reports import Presentation, Provenance, html, render

if TYPE_CHECKING:
    from collections.abc import Sequence


class Elements(HTMLParser):
    """Every start tag with its attributes, and the text between."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def page_of(report: Report, presentation: Presentation | None = None) -> str:
    return "".join(render("html", report, presentation or Presentation()))


def many(number: int, level: Level = Level.ERROR) -> list[Finding]:
    return [
        make_finding(f"a/{at}.py", "url = 'http://x'\n", "http", "insecure-endpoint", f"'{at}' is bad.", level=level)
        for at in range(number)
    ]


def test_everything_of_a_report_is_on_the_page() -> None:
    text = Elements(
        page_of(sample_report(), Presentation(provenance=Provenance("https://git.example.org/acme/app", "a" * 40, "main")))
    ).text
    for shown in (
        "3 findings in 2 files",
        "The scan is incomplete.",
        "'app.sealmetrics.com' is called over 'http'; write 'https'.",
        "Write Authorization: Bearer <token>",  # what to do about it
        "reports/[other] file.py:2:8",  # a related place
        "settings/a/rather/long/path.yaml:2:4",  # what is suppressed
        "suppressed by a comment: the demo",
        "private/key.py",
        "permission denied",
        "it is binary",
        "The server answers 401 whatever the token is.",  # of the rule's page
        "78,579 files, 1.0 GB",
        "exit code 1 (findings)",
        "https://git.example.org/acme/app",
    ):
        assert shown in " ".join(text.split()), shown


def test_the_place_is_marked_in_its_line() -> None:
    page = page_of(sample_report())
    line = '<code data-n="2">URL = &#34;<mark>http</mark>://app.sealmetrics.com/api/report&#34;</code>'
    assert line in page
    assert '<code data-n="3">session.headers = {' in page, "indentation that all lines of a finding have is left out"


def test_nothing_on_the_page_is_ours_to_run_but_one_script_and_one_style() -> None:
    page = page_of(sample_report())
    elements = Elements(page)
    assert len(elements.all("script")) == len(elements.all("style")) == 1
    policy = elements.all("meta")[1]["content"]
    for tag in ("script", "style"):
        found = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        assert found
        digest = base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [attributes for _, attributes in elements.tags if "style" in attributes or any(name.startswith("on") for name in attributes)]


def test_nothing_is_loaded_from_anywhere() -> None:
    elements = Elements(page_of(sample_report()))
    assert not [
        attributes for _, attributes in elements.tags if {"src", "srcset", "data", "action", "poster", "background"} & set(attributes)
    ]
    assert not elements.all("link")
    assert {link.get("href", "#")[0] for link in elements.all("a")} == {"#"}, "every link stays on the page"


def test_every_link_has_its_place_and_every_id_is_one() -> None:
    elements = Elements(page_of(sample_report(), Presentation(include_suppressed=True)))
    ids = [attributes["id"] for _, attributes in elements.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {link["href"][1:] for link in elements.all("a") if "href" in link} <= set(ids)


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x00\udcff\ud800'\"`{{7*7}}&lt;"


def test_text_of_the_tree_is_no_markup() -> None:
    plain = make_finding("x.py", "x = 1\n", "1", "insecure-endpoint", "A message.")
    related = (Related(HOSTILE, HOSTILE, plain.region),)
    finding = replace(plain, path=HOSTILE, message=HOSTILE, source=(HOSTILE,), rule=HOSTILE, related=related)
    report = Report(findings=[finding], skipped=[Skipped(HOSTILE, HOSTILE), Skipped(HOSTILE, HOSTILE, incomplete=False)], root=HOSTILE)
    page = page_of(report, Presentation(provenance=Provenance("https://x/" + HOSTILE, HOSTILE, HOSTILE)))
    elements = Elements(page)
    assert len(elements.all("script")) == 1
    assert not elements.all("img")
    assert page.isascii()
    assert "\x00" not in page
    assert not set("\u202e\x00\udcff\ud800") & set(elements.text)
    assert "{{7*7}}" in page


def test_a_clean_report_says_so() -> None:
    page = page_of(Report(files=3, root="/somewhere/app"))
    assert "<title>No findings &ndash; app &ndash; sealguard</title>" in page
    assert "Nothing was found." in page
    assert not Elements(page).all("form")


def test_what_could_not_be_looked_at_is_never_clean() -> None:
    text = Elements(page_of(Report(files=3, skipped=[Skipped("a.py", "permission denied")]))).text
    assert "No findings, but not everything was looked at" in text
    assert "Nothing was found in what could be looked at." in text


def test_suppressed_findings_are_listed_but_not_counted() -> None:
    for include in (False, True):
        page = page_of(sample_report(), Presentation(include_suppressed=include))
        assert "3 findings in 2 files" in page
        assert 'id="suppressed"' in page
        assert page.count("<article") == 3 + include
        assert page.count('<span class="badge">suppressed</span>') == include
        assert ("Suppressed ones are listed and charted too" in page) is include


def test_the_same_value_elsewhere_is_named() -> None:
    findings = [
        make_finding(f"{name}.py", "KEY = 'x'\n", "x", "hardcoded-token", "A token.", fingerprint="ab" * 16, credential=True)
        for name in ("one", "two", *(f"more{at}" for at in range(9)))
    ]
    page = page_of(Report(findings=findings))
    assert '<dt>Same</dt><dd><a class="at" href="#f-1">more0.py:1:8</a>' in page
    assert "and 6 more" in page


def test_a_finding_leads_to_its_source_where_the_runner_says_where_that_is() -> None:
    at = "https://git.example.org/acme/app/-/blob/abc/"
    page = page_of(sample_report(), Presentation(source_url=at))
    assert f'<a class="at" href="{at}bad%1B%5B31m%E2%80%AEeman%FF.py#L1">source</a>' in page
    assert ">source</a>" not in page_of(sample_report())


def test_a_baseline_is_told_of() -> None:
    text = Elements(page_of(Report(findings=many(1), baseline=Baselined(".sealguard-baseline.json", 1_200, 3, 0)))).text
    assert ".sealguard-baseline.json: covers 1,200 findings, 3 of its entries stale, 0 expired" in text


def test_the_worst_are_kept_where_not_all_can_be_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "MAX_FINDINGS", 3)
    page = page_of(Report(findings=[*many(4, Level.WARNING), *many(2)]))
    assert page.count('class="finding error"') == 2
    assert page.count('class="finding warning"') == 1
    assert "3 of the least severe are left out" in page
    assert "6 findings in 4 files" in page


DAY = 86_400
TODAY = 1_000 * DAY


def exposed(first: int | None, last: int = 0, *, current: bool = False) -> Finding:
    """Give a finding whose credential came on a day and, where it is not current, was seen last on another."""
    came = None if first is None else Commit("a" * 40, first * DAY)
    found = Exposure(came, Commit("b" * 40, last * DAY), ("main",), current=current, worktree=None, days=5)
    return replace(make_finding("x.py", "KEY = 'x'\n", "x", "hardcoded-token", "A token."), exposure=found)


def chart(*findings: Finding) -> html.Timeline | None:
    entries = [html.Entry(number, finding, 0, 0, "", ()) for number, finding in enumerate(findings, 1)]
    return html.timeline(entries, TODAY)


def test_exposure_is_charted_from_the_first_commit_until_today() -> None:
    made = chart(exposed(500, 750), exposed(0, current=True))
    assert made
    assert (made.first, made.last) == ("1970-01-01", "1972-09-27")
    assert (made.total, made.present) == (2, 1)
    begin, middle, late = made.columns[0], made.columns[35], made.columns[-1]
    assert begin[1:] == (50, 50)
    assert middle[1:] == (100, 100)
    assert late[1:] == (100, 50), "what a later commit removed is in history still"
    assert [(span.entry.number, span.start, span.present, span.past) for span in made.longest] == [(2, 0, 100, 0), (1, 50, 25, 25)]


def test_what_commits_claim_of_the_time_breaks_no_chart() -> None:
    made = chart(exposed(-(10**9), 10**12), exposed(10**12, current=True))
    assert made
    assert (made.first, made.last) == ("1970-01-01", "1972-09-27")
    assert all(0 <= part <= 100 for column in made.columns for part in column)
    only_today = chart(exposed(1_000, 1_000))
    assert only_today
    assert only_today.columns[-1][1] == 100


def test_without_history_there_is_no_such_chart() -> None:
    assert chart(make_finding("x.py", "KEY = 'x'\n", "x", "hardcoded-token", "A token.")) is None
    assert chart(exposed(None)) is None
    assert "Exposure over time" not in page_of(Report(findings=many(1)))


def test_history_is_told_at_the_finding() -> None:
    findings = [exposed(1, 2), exposed(3, current=True)]
    text = " ".join(Elements(page_of(Report(findings=findings, files=9, history=True))).text.split())
    assert "Exposure over time" in text
    assert "2 credentials are in history: 1 still in the tree, 1 only in history" in text
    assert "1970-01-02 in aaaaaaaaaa, exposed for 5 days" in text
    assert "9 objects" in text


@pytest.mark.parametrize(
    ("paths", "directories"),
    [
        ([], []),
        (["a.py", "b.py"], ["./", "./"]),
        (["src/app/a.py", "src/app/b.py"], ["src/app/", "src/app/"]),
        (["src/a/x.py", "src/b/y/z.py", "c.py"], ["src/a/", "src/b/y/", "./"]),
        (["src/a.py", "src/b/c.py"], ["src/", "src/b/"]),
        ([f"many/{at}/x.py" for at in range(20)] + ["few/x.py"], ["many/"] * 20 + ["few/"]),
        (["other directories/x.py"], ["other directories/"]),
    ],
)
def test_directories_are_as_deep_as_a_few_can_tell(paths: list[str], directories: list[str]) -> None:
    assert html.directories_of(paths) == directories


def test_the_emptiest_of_too_many_directories_are_counted_together() -> None:
    found = html.directories_of([f"{name}/x.py" for name in "aabbccddeeffgghij"])
    assert len(set(found)) == html.MAX_DIRECTORIES
    assert found[-3:] == [html.ELSEWHERE] * 3
