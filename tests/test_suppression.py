"""Which comments suppress which findings, and what is said about comments that do not."""

from __future__ import annotations

import datetime as dt
import random
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealguard.config import Config
from sealguard.facts import Facts, Zone
from sealguard.model import Document, Finding, Level, SourceFile, Span
from sealguard.suppression import MAX_DIRECTIVES, apply

TODAY = dt.date(2030, 6, 15)
MARK = "KEY"
"""Stands in the examples where a finding is."""


def document(text: str, path: str = "client.py") -> Document:
    return Document(SourceFile(path.encode(), text.encode("utf-8", "surrogateescape")), text)


def finding(source: Document, start: int, rule: str = "hardcoded-token", length: int = len(MARK)) -> Finding:
    return Finding(rule, Level.ERROR, "A token is here.", source.path, source.region(Span(start, start + length)))


def facts(source: Document, comments: list[str], language: str = "python", kind: Zone = Zone.COMMENT) -> Facts:
    zones = sorted((Span(at, at + len(c)), kind) for c in comments for at in [source.text.index(c)])
    return Facts(source, language, zones=zones)


def run(text: str, rule: str = "hardcoded-token", config: Config | None = None, path: str = "client.py") -> list[str]:
    """Apply to `text` with one finding at each `KEY`; give `rule@line`, with its suppression's kind, or its message's start."""
    source = document(text, path)
    places = [at for at in range(len(text)) if text.startswith(MARK, at)]
    given_findings = [finding(source, at, rule) for at in places]
    results = apply(given_findings, source, None, config or Config(), TODAY)
    return [f"{f.rule}@{f.region.start_line}" + (f" {f.suppression.kind}" if f.suppression else "") for f in results]


COMMENTS = {
    "python": "{}  # {}",
    "c": "{} // {}",
    "block": "{} /* {} */",
    "sql": "{} -- {}",
    "ini": "{} ; {}",
    "html": "{} <!-- {} -->",
    "jinja": "{} {{# {} #}}",
    "jsx": "{} {{/* {} */}}",
    "erb": "{} <%# {} %>",
    "haskell": "{} {{- {} -}}",
    "batch": "{} & rem {}",
    "beside another": "{}  # noqa: S105  {}",
}


@pytest.mark.parametrize("comment", COMMENTS.values(), ids=list(COMMENTS))
@pytest.mark.parametrize(
    "directive", ["sealguard: ignore[hardcoded-token]", "sealguard: ignore", "sealguard: ignore[credentials] -- agreed"]
)
def test_a_comment_of_any_syntax_covers_its_own_line(comment: str, directive: str) -> None:
    assert run(comment.format("KEY", directive) + "\nKEY\n") == ["hardcoded-token@1 inline", "hardcoded-token@2"]


@pytest.mark.parametrize(
    "comment",
    [
        "# {}",
        "    # {}",
        "// {}",
        "/* {} */",
        "<!-- {} -->",
        "{{/* {} */}}",
        "/*\n * {}\n */",
        "-- {}",
        "<!--\n  {0}\n-->",
        "' {}",
        "{{# {} #}}",
    ],
)
def test_a_comment_of_its_own_covers_the_line_below(comment: str) -> None:
    text = comment.format("sealguard: ignore[hardcoded-token]")
    if comment.startswith("<!--\n"):  # without a leader on its line, only zones can tell
        source = document(f"{text}\nKEY\nKEY\n")
        places = [finding(source, source.text.index(MARK)), finding(source, source.text.rindex(MARK))]
        results = apply(places, source, facts(source, [text]), Config(), TODAY)
        assert [f.suppression is not None for f in results] == [True, False]
        return
    first = text.count("\n") + 2
    assert run(f"{text}\nKEY\nKEY\n") == [f"hardcoded-token@{first} inline", f"hardcoded-token@{first + 1}"]


def test_a_comment_behind_code_does_not_reach_the_line_below() -> None:
    assert run("x = 1  # sealguard: ignore[hardcoded-token]\nKEY\n") == ["hardcoded-token@2", "unused-suppression@1"]


def test_comments_of_their_own_stack() -> None:
    text = "# sealguard: ignore[hardcoded-token]\n# sealguard: ignore[hardcoded-jwt]\nKEY\n"
    assert run(text) == ["hardcoded-token@3 inline", "unused-suppression@2"]


def test_a_finding_over_several_lines_is_covered_on_its_first_and_last() -> None:
    for text in ("KEY(  # sealguard: ignore[hardcoded-token]\n)\n", "KEY(\n)  # sealguard: ignore[hardcoded-token]\n"):
        source = document(text)
        (result,) = apply([finding(source, 0, length=text.index(")") + 1)], source, None, Config(), TODAY)
        assert result.suppression


def test_only_the_named_rules_are_suppressed() -> None:
    assert run("KEY  # sealguard: ignore[hardcoded-jwt]") == ["hardcoded-token@1", "unused-suppression@1"]
    assert run("KEY  # sealguard: ignore[hardcoded-jwt, hardcoded-token]") == ["hardcoded-token@1 inline", "unused-suppression@1"]


def test_the_reason_is_kept_without_the_end_of_the_comment() -> None:
    for text in (
        "KEY <!-- sealguard: ignore -- a public demo -->",
        "KEY /* sealguard: ignore -- a public demo */",
        "KEY -- sealguard: ignore -- a public demo",
    ):
        source = document(text)
        (result,) = apply([finding(source, 0)], source, None, Config(), TODAY)
        assert result.suppression
        assert result.suppression.reason == "a public demo"


# Where it is no suppression ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        'x = "# sealguard: ignore[hardcoded-token]"; KEY',
        "x = '// sealguard: ignore[hardcoded-token]'; KEY",
        '{"comment": "sealguard: ignore[hardcoded-token]", "key": "KEY"}',
        "KEY sealguard: ignore[hardcoded-token]",
        "KEY https://sealguard: ignore[hardcoded-token]",
        "KEY  # sealguard: ignored[hardcoded-token]",
    ],
)
def test_text_that_is_no_comment_suppresses_nothing(text: str) -> None:
    assert run(text) == ["hardcoded-token@1"]


def test_quotes_in_a_comment_do_not_undo_it() -> None:
    assert run("KEY = \"x\"  # sealguard: ignore -- it's the 'demo' key, don't mind") == ["hardcoded-token@1 inline"]


def test_zones_tell_a_comment_that_has_no_leader_on_its_line() -> None:
    source = document("/*\n  sealguard: ignore[hardcoded-token]\n*/\nKEY\n")
    places = [finding(source, source.text.index(MARK))]
    assert apply(places, source, Facts(source, "javascript"), Config(), TODAY)[0].suppression is None
    commented = facts(source, ["/*\n  sealguard: ignore[hardcoded-token]\n*/"], "javascript")
    assert apply(places, source, commented, Config(), TODAY)[0].suppression


def test_a_comment_inside_a_multi_line_string_is_none_where_zones_can_tell() -> None:
    source = document('TEXT = """\n# sealguard: ignore[hardcoded-token]\nKEY\n"""\n')
    places = [finding(source, source.text.index(MARK))]
    assert apply(places, source, Facts(source, "python"), Config(), TODAY)[0].suppression is None
    assert apply(places, source, Facts(source, "text"), Config(), TODAY)[0].suppression


def test_markdown_headings_and_lists_are_no_comments() -> None:
    source = document("# sealguard: ignore[hardcoded-token]\nKEY\n", "guide.md")
    prose = facts(source, ["# sealguard: ignore[hardcoded-token]"], "markdown", Zone.PROSE)
    assert apply([finding(source, source.text.index(MARK))], source, prose, Config(), TODAY)[0].suppression is None
    source = document("<!-- sealguard: ignore[hardcoded-token] -->\nKEY\n", "guide.md")
    prose = facts(source, ["<!-- sealguard: ignore[hardcoded-token] -->"], "markdown", Zone.PROSE)
    assert apply([finding(source, source.text.index(MARK))], source, prose, Config(), TODAY)[0].suppression


def test_prose_without_a_dash_is_not_taken_for_a_reason() -> None:
    source = document("KEY  # sealguard: ignore this, it is a demo")
    result, note = apply([finding(source, 0)], source, None, Config(), TODAY)
    assert result.suppression is None
    assert note.message == "Text follows the suppression without ' -- ', so that it is none."
    assert run("x = 1  # sealguard: ignore comments are documented elsewhere") == []


# The whole file ------------------------------------------------------------------------------------------------------


def test_ignore_file_covers_the_file_from_its_first_lines_only() -> None:
    assert run("# sealguard: ignore-file[hardcoded-token] -- vectors\nKEY\n\nKEY\n") == [
        "hardcoded-token@2 inline",
        "hardcoded-token@4 inline",
    ]
    late = "\n" * 20 + "# sealguard: ignore-file[hardcoded-token]\nKEY\n"
    assert run(late) == ["hardcoded-token@22", "unused-suppression@21"]


def test_detect_secrets_comments_count_for_credentials() -> None:
    assert run("KEY  # pragma: allowlist secret") == ["hardcoded-token@1 inline"]
    assert run("# pragma: allowlist nextline secret\nKEY\nKEY") == ["hardcoded-token@2 inline", "hardcoded-token@3"]
    assert run("KEY  # pragma: allowlist secret", rule="insecure-endpoint") == ["insecure-endpoint@1"]
    assert run("x = 1  # pragma: allowlist secret") == []


# Configuration -------------------------------------------------------------------------------------------------------


def test_configuration_suppresses_by_path() -> None:
    config = Config(per_path=(("tests/**", ("credentials",)),), exclude=("vendor/",))
    assert run("KEY", config=config, path="tests/data.json") == ["hardcoded-token@1 configuration"]
    assert run("KEY", config=config, path="vendor/a.js") == ["hardcoded-token@1 configuration"]
    assert run("KEY", config=config, path="src/a.js") == ["hardcoded-token@1"]


# What is wrong with suppressions -------------------------------------------------------------------------------------


def messages(text: str, config: Config | None = None) -> list[str]:
    source = document(text)
    places = [finding(source, at) for at in range(len(text)) if text.startswith(MARK, at)]
    return [f.message for f in apply(places, source, None, config or Config(), TODAY)[len(places) :]]


def test_a_suppression_counts_through_its_last_day() -> None:
    assert run(f"KEY  # sealguard: ignore until={TODAY}") == ["hardcoded-token@1 inline"]
    assert run("KEY  # sealguard: ignore until=2030-06-14") == ["hardcoded-token@1", "expired-suppression@1"]
    assert messages("KEY  # sealguard: ignore until=2030-06-14") == [
        "The suppression ended on '2030-06-14'; mend what it covers, or set a later date."
    ]
    assert run("x  # sealguard: ignore until=2030-06-14") == ["unused-suppression@1"]


@pytest.mark.parametrize("date", ["2030-13-01", "tomorrow", "2030-1-1", "20300101"])
def test_a_date_that_is_none_voids_the_suppression(date: str) -> None:
    assert run(f"KEY  # sealguard: ignore[hardcoded-token] until={date}") == ["hardcoded-token@1", "unused-suppression@1"]


def test_a_reason_can_be_demanded() -> None:
    config = Config(require_reason=True)
    for bare in ("# sealguard: ignore[hardcoded-token]", "# pragma: allowlist secret"):
        assert run(f"KEY  {bare}", config=config) == ["hardcoded-token@1", "reasonless-suppression@1"]
        assert run(f"KEY  {bare}") == ["hardcoded-token@1 inline"]
    assert run("KEY  # sealguard: ignore[hardcoded-token] -- a demo", config=config) == ["hardcoded-token@1 inline"]


def test_an_unknown_rule_is_reported_with_the_nearest() -> None:
    assert messages("KEY  # sealguard: ignore[hardcoded-tokn]") == [
        "'hardcoded-tokn' is no rule (nearest: 'hardcoded-token') and suppresses nothing."
    ]


def test_a_rule_that_did_not_run_is_not_called_unused() -> None:
    assert messages("x  # sealguard: ignore[insecure-endpoint]", Config(select=("credentials",))) == []
    assert messages("x  # sealguard: ignore", Config(select=("credentials",))) == []
    assert messages("x  # sealguard: ignore[insecure-endpoint]", Config(per_path=(("*.py", ("transport",)),))) == []
    source = document("x  # sealguard: ignore[insecure-endpoint]")
    assert apply([], source, Facts(source, "python", problems=["too deep"]), Config(), TODAY) == []


def test_what_is_said_of_suppressions_can_be_configured_like_any_rule() -> None:
    text = "x  # sealguard: ignore[insecure-endpoint]"
    assert messages(text, Config(ignore=("unused-suppression",))) == []
    source = document(text)
    config = Config(levels=(("unused-suppression", Level.ERROR),))
    assert [f.level for f in apply([], source, None, config, TODAY)] == [Level.ERROR]


def test_nothing_raw_gets_out_through_reasons_and_brackets() -> None:
    token = "sm_" + "".join(random.Random(1).choices(string.ascii_letters + string.digits, k=64))  # noqa: S311 - a test's token
    short = "hunter2!"
    text = (
        f"{token}  # sealguard: ignore -- see {token}\n"
        f"{short}  # sealguard: ignore[hardcoded-login, {short}, {token}] -- was {short}\n"
        f"{token}  # sealguard: ignore[{token}] until={token}\n"
    )
    source = document(text)
    places = [finding(source, text.index(token), length=len(token)), finding(source, text.index(short), "hardcoded-login", len(short))]
    shown = repr([(f.message, f.source, f.suppression) for f in apply(places, source, None, Config(), TODAY)])
    assert token[5:] not in shown
    assert short not in shown


pieces = st.sampled_from([*"ab#/*-<>!'\"[],: \n=\\", "sealguard: ignore", "until=", "[hardcoded-token]"])


@given(st.lists(pieces, max_size=40).map("".join))
def test_nothing_in_a_file_breaks_it_or_drops_a_finding(text: str) -> None:
    source = document("KEY" + text)
    results = apply([finding(source, 0)], source, None, Config(), TODAY)
    assert results[0].rule == "hardcoded-token"
    assert all(f.rule.endswith("-suppression") for f in results[1:])


def test_the_number_of_directives_is_bounded() -> None:
    assert len(messages("# sealguard: ignore[zebra]\n" * (MAX_DIRECTIVES + 5))) == MAX_DIRECTIVES
