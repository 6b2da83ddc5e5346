"""What an audit looks like: no name of an audited tree gives an order to whoever reads it, and every width and terminal can show it."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import runners
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from sample_report import make_finding

from sealguard.audit import Audit, Material, examine
from sealguard.model import Commit, Exposure, Ignored, Observation, Place, Report, Skipped, Sort, Suppression
from sealguard.profile import Profile
from sealguard.reports import Presentation
from sealguard.reports.audits import FORMATS, render
from sealguard.reports.escape import cells

if TYPE_CHECKING:
    from collections.abc import Callable

PROFILE = Profile.load()
BASE = "https://git.example.org/acme/app/blob/abc/"
PRESENTATION = Presentation(width=60, source_url=BASE)
ORDERS = [
    "::set-output name=x::y", "::error::", "##[add-mask]x", "##vso[task.setvariable variable=PATH]x", "\n", "\r\n",
    "\u2028", "\t", "|", "`",
    "<img src=//x>", "</script><script>x</script>", "![a](//x)", "[a](//x)", "https://evil.example", "@acme", "#1", "**", "_a_", "- [ ]",
    "\x1b[2J", "\u202e", "\udcff", "\u200b", "'", '"', " ", "a", "word", "日本",
]  # fmt: skip
hostile = st.lists(st.sampled_from(ORDERS) | st.text(max_size=4), min_size=1, max_size=6).map("".join)


def made(name: Callable[[], str]) -> Audit:
    """Give an audit in which everything that a tree can say is a `name()`."""
    commit = Commit("1a" * 20, 1_672_900_000)
    place = Place(name(), 3, commit, commit, current=False)
    exposure = Exposure(commit, commit, (name(),), current=False, worktree=False, days=900, places=(place,))
    text = "x = http\n"
    gone = make_finding(name(), text, "http", "hardcoded-token", name(), fingerprint="ab" * 16, credential=True, exposure=exposure)
    here = make_finding(name(), text, "http", "hardcoded-jwt", name(), fingerprint="cd" * 16, credential=True)
    off = replace(make_finding(name(), text, "http", "unverified-tls", name()), suppression=Suppression("baseline", name()))
    plain = make_finding(name(), text, "http", "insecure-endpoint", name())
    variable = name()
    seen = [
        Observation(Sort.CREDENTIAL, here.path, 1, name=name(), kind="jwt", fingerprint="cd" * 16, scopes=("read",), issued=9, expires=99),
        Observation(Sort.READ, name(), 2, name=variable, kind="token", where="environment"),
        Observation(Sort.DEFINITION, name(), 5, variable, "token", "literal", marks=frozenset({"environment"}), fingerprint="cd" * 16),
        Observation(Sort.MENTION, name(), 6, name=variable, kind="token"),
        Observation(Sort.CALL, name(), 7, method="GET", endpoint=name(), uses=(variable, "cd" * 16), marks=frozenset({"authorized"})),
    ]  # fmt: skip
    worktree = Report(
        findings=[here, off, plain],
        observations=seen,
        skipped=[Skipped(name(), name())],
        ignored=[Ignored("configuration", name())],
        root=name(),
    )
    history = Report(findings=[gone], observations=[Observation(Sort.CREDENTIAL, gone.path, 1, kind="api-key", fingerprint="ab" * 16)])
    return examine(Material(worktree, history, lambda path, _: (path[:30],), PROFILE))


@st.composite
def audits(draw: st.DrawFn) -> Audit:
    return made(lambda: draw(hostile))


def shown(name: str, audit: Audit, presentation: Presentation = PRESENTATION) -> str:
    return "".join(render(name, audit, presentation))


@pytest.fixture
def audit() -> Audit:
    names = (f"services/app{number}/client.py" for number in range(99))
    return made(lambda: next(names))


# Hostile names -------------------------------------------------------------------------------------------------------


@given(audits(), st.sampled_from(FORMATS))
def test_no_runner_obeys_and_nothing_hides(audit: Audit, name: str) -> None:
    text = shown(name, audit)
    for line in [*text.splitlines(), *re.split(r"[\r\n]", text)]:
        assert runners.github(line) is None
        assert runners.azure(line) is None
    categories = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
    assert [char for char in text if unicodedata.category(char) in categories and char not in "\r\n"] == []


@given(audits())
def test_markdown_has_no_link_image_mention_or_html_of_theirs(audit: Audit) -> None:
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(shown("markdown", audit))
    inline = [child for token in tokens for child in token.children or ()]
    kinds = {token.type for token in (*tokens, *inline)}
    assert not kinds & {"link_open", "image", "html_inline", "html_block", "em_open", "fence", "code_block", "hr", "blockquote_open"}
    prose = [token.content for token in inline if token.type == "text"]
    assert [text for text in prose if re.search(r"[@<>]|#\d|://|www\.", text)] == []
    rows = [token for token in tokens if token.type == "tr_open"]
    assert len(rows) == 1 + len(audit.inventory.entries), "what a name holds adds no row to the table"


@given(audits())
def test_a_page_has_our_elements_only(audit: Audit) -> None:
    page = shown("html", audit)
    assert page.isascii()
    tags = set(re.findall(r"<([a-z0-9]+)", page.replace("<!doctype", "")))
    assert not tags & {"img", "iframe", "base", "object", "embed", "link", "a onclick"}
    assert page.count("<script") == page.count("</script") == 1
    assert all(target.startswith(("#", BASE)) for target in re.findall(r'href="([^"]*)"', page))


# Width, encoding, colour ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [30, 40, 80, 200])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, unicode: bool, audit: Audit) -> None:  # noqa: FBT001 - a parameter of the test
    text = shown("text", audit, Presentation(width=width, unicode=unicode))
    assert [line for line in text.splitlines() if cells(line) > width] == []
    assert unicode or text.isascii()


def test_color_changes_nothing_but_color(audit: Audit) -> None:
    colored = shown("text", audit, Presentation(color=True))
    assert "\x1b[1;31m" in colored
    assert re.sub(r"\x1b\[[0-9;]+m", "", colored) == shown("text", audit, Presentation())


# What is said --------------------------------------------------------------------------------------------------------


def test_all_formats_say_the_same(audit: Audit) -> None:
    document = json.loads(shown("json", audit))
    texts = {
        name: " ".join(re.sub(r"<[^>]*>|&#39;|&[a-z]+;|[`'*\\]", "", shown(name, audit)).split()) for name in ("text", "markdown", "html")
    }
    for answer in document["checklist"]:
        for name, text in texts.items():
            assert answer["says"] in text, name
    for task in document["tasks"]:
        for name, text in texts.items():
            assert task["title"].replace("'", "") in text, name
    for entry in document["inventory"]["entries"]:
        assert all(entry["name"] in text for text in texts.values())
    assert document["ignored"] == [{"what": "configuration", "path": audit.report.ignored[0].path}]


def test_what_could_not_be_read_leaves_nothing_kept(audit: Audit) -> None:
    assert audit.report.incomplete
    assert json.loads(shown("json", audit))["summary"]["kept"] == 0
    assert all("could not be analysed, or not wholly" in answer.why for answer in audit.answers if answer.state == "cannot tell")
