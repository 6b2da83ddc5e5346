"""Markup is read as what it is: scripts as programs, attributes as entries, comments and text as what nobody runs."""

from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import bindings, facts_of, headers, show

from sealguard.facts import Facts, Zone
from sealguard.languages import template_marks
from sealguard.languages.hypertext_scan import Stretch, Tag, scan


def requests(facts: Facts) -> list[tuple[int, str]]:
    """Give the line and the first URL of each request."""
    return [(facts.document.line_number(each.span.start), show(each.urls[0])) for each in facts.requests if each.urls]


def given_away(facts: Facts) -> list[tuple[str, str]]:
    return [(show(entry.name), show(value)) for each in facts.responses for entry in each.entries for value in entry.values]


CALL = "fetch('https://my.sealmetrics.com/api/v1/stats', { headers: { 'X-API-Key': key } });\n"


def test_a_script_stands_where_it_stands_in_the_page() -> None:
    facts = facts_of("a.html", f"<html>\n<script>\n  {CALL}</script>\n</html>\n")
    assert requests(facts) == [(3, "https://my.sealmetrics.com/api/v1/stats")]
    assert headers(facts) == [("X-API-Key", "<unknown key>")]


def test_the_scripts_of_a_page_are_one_program() -> None:
    text = f"<script>const key = 'k1';</script>\n<p>a</p>\n<script type=module>\n{CALL}</script>\n"
    assert headers(facts_of("a.html", text)) == [("X-API-Key", "k1")]


@pytest.mark.parametrize("attribute", ["onclick", "@click", "v-on:click.prevent", "(click)", "on:click"])
def test_a_handler_runs(attribute: str) -> None:
    text = f"<button {attribute}=\"fetch('https://my.sealmetrics.com/api/v1/stats', {{headers: {{a: b}}}})\">go</button>\n"
    assert requests(facts_of("a.html", text)) == [(1, "https://my.sealmetrics.com/api/v1/stats")]


def test_data_in_a_script_is_data() -> None:
    text = '<script type="application/json">{"sealmetrics": {"token": "t1"}}</script>\n'
    assert bindings(facts_of("a.html", text))["sealmetrics.token"] == "t1"


def test_attributes_are_entries_under_what_they_stand_in() -> None:
    text = (
        '<meta name="sealmetrics-token" content="t1"><input name=sealmetrics_key value=t2>\n'
        '<div id="sealmetrics" data-token="t3"></div><sealmetrics-chart api-key=\'t4\'></sealmetrics-chart>\n'
    )
    found = bindings(facts_of("a.html", text))
    assert found["sealmetrics-token"] == "t1"
    assert found["sealmetrics_key"] == "t2"
    assert found["div.sealmetrics.token"] == "t3"
    assert found["sealmetrics-chart.api-key"] == "t4"


def test_comments_and_text_are_no_code() -> None:
    text = "<!-- <script>sealmetrics()</script> -->\n<p>Call http://api.sealmetrics.com/ never.</p>\n<a href='http://api.sealmetrics.com/'>a</a>\n"
    facts = facts_of("a.html", text)
    assert facts.zone(text.index("sealmetrics()")) is Zone.COMMENT
    assert facts.zone(text.index("Call")) is Zone.PROSE
    assert facts.zone(text.index("href")) is Zone.CODE
    assert facts.requests == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vue", '<template><p>a</p></template>\n<script setup lang="ts">\nconst key: string = "k1";\n' + CALL + "</script>\n"),
        ("a.svelte", '<script lang="ts">\nconst key: string = "k1";\n' + CALL + "</script>\n{#if key}<p>a</p>{/if}\n"),
        ("a.astro", "---\nconst key: string = 'k1';\nawait " + CALL + "---\n<p>a</p>\n"),
        ("a.astro", "---\n---\n<p>a</p>\n<script>\nconst key = 'k1';\n" + CALL + "</script>\n"),
        ("a.html", '<script lang="tsx">\nconst key = "k1" as string;\n' + CALL + "</script>\n"),
    ],
)
def test_components_are_read_in_their_language(name: str, text: str) -> None:
    assert headers(facts_of(name, text)) == [("X-API-Key", "k1")]


# What templates fill -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "mark", "value"),
    [
        ("templates/a.html", "{{ sealmetrics_token }}", "<template sealmetrics_token>"),
        ("templates/a.html", "{{ config.sealmetrics_token|tojson }}", "<store sealmetrics_token>"),
        ("a.twig", "{{ sealmetrics_token|e('js') }}", "<template sealmetrics_token>"),
        ("a.erb", '<%= ENV["SEALMETRICS_TOKEN"] %>', "<environment SEALMETRICS_TOKEN>"),
        ("a.erb", '<%= raw(ENV.fetch("SEALMETRICS_TOKEN")) %>', "<environment SEALMETRICS_TOKEN>"),
        ("templates/a.html", "{{ .SealmetricsToken }}", "<template SealmetricsToken>"),
        ("a.erb", "<%= @sealmetrics_token %>", "<template sealmetrics_token>"),
        ("a.ejs", "<%- process.env.SEALMETRICS_TOKEN %>", "<environment SEALMETRICS_TOKEN>"),
        ("a.php", "<?= $sealmetrics_token ?>", "<template sealmetrics_token>"),
        ("a.php", "<?php echo esc_attr(getenv('SEALMETRICS_TOKEN')); ?>", "<environment SEALMETRICS_TOKEN>"),
        ("a.blade.php", "{{ config('services.sealmetrics.token') }}", "<store services.sealmetrics.token>"),
        ("a.blade.php", "{!! $sealmetricsToken !!}", "<template sealmetricsToken>"),
        ("a.jsp", '<%= System.getenv("SEALMETRICS_TOKEN") %>', "<environment SEALMETRICS_TOKEN>"),
    ],
)  # fmt: skip
def test_what_a_template_writes_into_the_page_is_given_to_the_client(name: str, mark: str, value: str) -> None:
    assert given_away(facts_of(name, f'<html>\n<i data-token="{mark}"></i>\n</html>\n')) == [("data-token", value)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.vue", "<template><p>{{ sealmetricsToken }}</p></template>\n"),
        ("a.component.html", '<p *ngIf="a">{{ sealmetricsToken }}</p>\n'),
        ("templates/a.html", "{# {{ sealmetrics_token }} #}\n{% if sealmetrics_token %}<p>a</p>{% endif %}\n"),
        ("a.hbs", "{{#if sealmetricsToken}}<p>a</p>{{/if}}\n"),
        ("a.tmpl.html", '{{ with .SealmetricsToken }}<p>a</p>{{ end }}\n{{ template "b" .SealmetricsToken }}\n'),
        ("a.erb", "<%= visits(SealmetricsClient.new(ENV['SEALMETRICS_TOKEN'])) %>\n"),
        ("templates/a.html", "{{ sealmetrics_visits(sealmetrics_token) }}\n"),
        ("a.erb", "<%# ENV['SEALMETRICS_TOKEN'] %>\n<% if sealmetrics_token %><p>a</p><% end %>\n"),
    ],
)
def test_what_a_browser_fills_and_what_is_only_asked_is_not(name: str, text: str) -> None:
    assert given_away(facts_of(name, text)) == []


@pytest.mark.parametrize(
    ("script", "value"),
    [
        ("'Bearer {{ token }}'", "Bearer <unknown token>"),
        ("'Bearer ' + {{ token|tojson }}", "Bearer <unknown token>"),
        ("`Bearer {{ token }}`", "Bearer <unknown token>"),
        ("'Bearer <?= $a[\"token\"] ?>'", "Bearer <unknown a_token>"),
        ("\"Bearer <%= ENV['TOKEN'] %>\"", "Bearer <unknown TOKEN>"),
    ],
)
def test_a_mark_in_a_script_is_a_name_in_it(script: str, value: str) -> None:
    text = f"<script>\nfetch('https://api.sealmetrics.com/v1/accounts', {{ headers: {{ Authorization: {script} }} }});\n</script>\n"
    assert headers(facts_of("templates/a.html", text)) == [("Authorization", value)]


def test_the_expressions_of_astro_are_rendered_on_the_server() -> None:
    text = "---\nconst t = import.meta.env.SEALMETRICS_TOKEN;\n---\n<A client:load token={t} />\n<B token={t} />\n<i data-t={t}>a</i>\n"
    assert given_away(facts_of("a.astro", text)) == [
        ("token", "<environment SEALMETRICS_TOKEN t>"),
        ("data-t", "<environment SEALMETRICS_TOKEN t>"),
    ]


# The scanner -------------------------------------------------------------------------------------------------------------


def tags(text: str, *, braces: bool = False) -> list[tuple[str, dict[str, str]]]:
    found = [each for each in scan(text, braces=braces) if isinstance(each, Tag)]
    return [(tag.name, {each.name: text[each.start : each.end] for each in tag.attributes}) for tag in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a b=\"c>d\" e='f\"g' h=i j>", [("a", {"b": "c>d", "e": 'f"g', "h": "i", "j": ""})]),
        ("<a\n  b = 'c'\n/>", [("a", {"b": "c"})]),
        ("a < b and <c>", [("c", {})]),
        ("<a <b>", [("a", {}), ("b", {})]),
        ("<script>if (a<b) { '<i>' }</script><p>", [("script", {}), ("p", {})]),
        ("<SCRIPT>a</Script ><p>", [("SCRIPT", {}), ("p", {})]),
    ],
)  # fmt: skip
def test_tags_and_their_attributes(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert tags(text) == expected


def test_expressions_in_braces_end_where_their_brace_does() -> None:
    assert tags("<a b={c('}', {d: `}`})} {e} {...f}>", braces=True) == [("a", {"b": "c('}', {d: `}`})", "": "...f"})]


MARKUP = st.text(alphabet="<>/=\"'`{}%?!-# \nabcscriptstyle$", max_size=200)


@given(text=MARKUP, braces=st.booleans())
def test_the_scanner_takes_anything_and_goes_forward(text: str, braces: bool) -> None:  # noqa: FBT001 - Hypothesis passes it by name
    at = 0
    for each in scan(text, braces=braces):
        end = each.content[1] if isinstance(each, Tag) and each.content else each.end
        assert at <= each.start < end <= len(text)
        if isinstance(each, Stretch) and not each.comment:
            assert text[each.start : each.end]
        at = end


@given(text=MARKUP)
def test_marks_are_in_order_and_filling_them_over_moves_nothing(text: str) -> None:
    marks = template_marks.find(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(marks))
    assert len(template_marks.over(text, marks)) == len(text)


@given(text=MARKUP, name=st.sampled_from(["a.html", "a.vue", "a.svelte", "a.astro", "templates/a.html", "a.erb", "a.blade.php"]))
def test_no_markup_fails(text: str, name: str) -> None:
    facts = facts_of(name, f"sealmetrics {text} <script>{text}</script>")
    assert facts.problems == []


PAGE = (
    '<html lang="en">\n<!-- a -->\n<div id="sealmetrics" data-token="{{ token }}" onclick="go()">\n<script>\nconst a = `b ${c}`;\n'
    + CALL
    + "</script>\n<style>a { b: url(c) }</style>\n<?php echo $a['b']; ?>\n</html>\n"
)


@pytest.mark.parametrize("name", ["a.html", "a.vue", "a.svelte", "a.astro", "a.php", "a.erb"])
def test_a_page_that_is_cut_or_damaged_is_still_read(name: str) -> None:
    choose = random.Random(f"damage {name}")  # noqa: S311 - reproducible on purpose
    for end in range(0, len(PAGE), 7):
        assert not any(problem.startswith("its front end") for problem in facts_of(name, "sealmetrics " + PAGE[:end]).problems)
        at = choose.randrange(len(PAGE))
        damaged = PAGE[:at] + chr(choose.randrange(1, 0x250)) + PAGE[at + 1 :]
        assert not any(problem.startswith("its front end") for problem in facts_of(name, "sealmetrics " + damaged).problems)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ["<a ", '<a b="', "<script>", "{{ x }}", "{%", "<%= x %>", "<a x={", "<!--", "<i data-a='{{ b }}'>", "`", "<? "]
)
def test_the_time_grows_with_the_page(piece: str) -> None:
    facts_of("templates/a.html", "<script>var sealmetrics;</script>")
    text = "sealmetrics " + piece * (200_000 // len(piece))
    start = time.process_time()
    facts_of("templates/a.html", text)
    assert time.process_time() - start < 10
