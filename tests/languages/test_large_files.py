"""Large files: what is done for them is bounded by what they say of Sealmetrics, not by how large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import facts_of, show

from sealguard.languages import interest
from sealguard.languages.grammars import GRAMMARS
from sealguard.languages.hollow import hollow
from sealguard.languages.labels import comments, compiled
from sealguard.languages.lowering import Lowering
from sealguard.profile import Profile

if TYPE_CHECKING:
    import tree_sitter

    from sealguard import syntax

CALL = 'const o="https://my.sealmetrics.com/api/v1";let k=localStorage.getItem("seal");t.x=()=>fetch(o+"/sites",{headers:{"X-API-Key":k}})'
GRAMMAR = GRAMMARS["javascript"]


MODULE = (
    "NUMBER:(e,t,n)=>{"
    "var r=n(NUMBER).a,i=/[\"'`{]NUMBER/g,s=`a${r({b:`c${i}`})}d`;/* } */"
    "class K{m(e){return e/2/r.length+\"}\"+'{'}}"
    "t.a=function(e){return fetch('https://a.example/'+e,{headers:{Authorization:'Bearer '+r}})}},"
)
"""A module as bundlers write it, with what is hard to read without a parser."""


def bundle(modules: int, call: str = CALL) -> str:
    """Give a bundle that is one statement on one line, with a call in its middle."""
    half = "".join(MODULE.replace("NUMBER", str(number)) for number in range(modules // 2))
    return f"(self.w=self.w||[]).push([[1],{{{half}9999:(e,t,n)=>{{{call}}},{half}}}]);"


@pytest.fixture
def lowered(monkeypatch: pytest.MonkeyPatch) -> list[tree_sitter.Node]:
    """Collect the expressions that are lowered."""
    nodes: list[tree_sitter.Node] = []
    original = Lowering._expression

    def counting(self: Lowering, node: tree_sitter.Node) -> syntax.Expression:
        nodes.append(node)
        return original(self, node)

    monkeypatch.setattr(Lowering, "_expression", counting)
    return nodes


def test_a_call_in_a_large_bundle_is_followed(lowered: list[tree_sitter.Node]) -> None:
    text = bundle(4_000)
    facts = facts_of("app.js", text)
    assert len(text) > 800_000
    assert not facts.problems
    (request,) = [request for request in facts.requests if any("sealmetrics" in url.shape for url in request.urls)]
    assert show(request.urls[0]) == "https://my.sealmetrics.com/api/v1/sites"
    assert [show(header.name) for header in request.headers] == ["X-API-Key"]
    assert request.span.start == text.index("fetch(o+")
    assert lowered


def test_the_work_does_not_grow_with_the_bundle(lowered: list[tree_sitter.Node]) -> None:
    counts = []
    for modules in (1_000, 2_000, 4_000):
        lowered.clear()
        facts_of("app.js", bundle(modules))
        counts.append(len(lowered))
    assert max(counts) < 1.1 * min(counts)


def test_far_blocks_are_emptied_and_near_ones_are_not() -> None:
    source = bundle(4_000).encode()
    places = interest.own_places(source)
    emptied = hollow(source, places)
    assert emptied is not None
    assert len(emptied.source) == len(source)
    assert len(emptied.source.replace(b" ", b"")) < 500_000
    assert emptied.source[places[0] - 50_000 : places[-1] + 50_000] == source[places[0] - 50_000 : places[-1] + 50_000]
    assert not compiled(GRAMMAR).parser.parse(emptied.source).root_node.has_error


def test_comments_are_those_that_the_parser_sees() -> None:
    source = (bundle(1_000) + "\n// the end '\n/* `${ */\n").encode()
    emptied = hollow(source, [])
    assert emptied is not None
    seen = sorted((node.start_byte, node.end_byte) for node in comments(GRAMMAR, compiled(GRAMMAR).parser.parse(source).root_node))
    assert emptied.comments == seen


@pytest.mark.parametrize(
    "code",
    ["a = {", "a = }", 'a = "b', "a = 'b\n'", "a = `b", "a /* b", "a = `${b", "{`${}}", 'if (a) /"/.test(b)'],
)
def test_what_is_not_understood_is_left_as_it_is(code: str) -> None:
    assert hollow(code.encode(), []) is None


@pytest.mark.parametrize(
    "code",
    [
        "a = b / c; d = '/'",
        "a = b++ / 2; c = '\"'",
        "f(\n  /[\"'`]/g,\n  x)",
        "return /[/'\"]\\//.test(a)",
        "case /'/:",
        "a = `b${`c${d}'`}'`",
        'a = `${{}}"`',
        "a = '\\'{'",
        "a // '\nb /* \" */ / 'c'",
    ],
)
def test_quotes_in_patterns_and_templates_mislead_nobody(code: str) -> None:
    assert hollow(code.encode(), []) is not None


@given(st.text("ab/*'\"`${}\\\n =(+", max_size=80))
def test_any_text_keeps_its_places(text: str) -> None:
    emptied = hollow(text.encode(), [])
    assert emptied is None or len(emptied.source) == len(text)


def test_a_host_of_the_configuration_is_of_interest_in_a_large_file() -> None:
    source = bundle(1_000, CALL.replace("my.sealmetrics.com", "Stats.Corp.example")).encode()
    assert interest.own_places(source) == []
    assert interest.own_places(source, Profile.load(hosts=["*.corp.example"])) == [source.index(b"Corp.example")]


def test_what_had_no_room_is_told() -> None:
    long = "".join(f"a{number}=b{number}+c;" for number in range(1_000))
    text = bundle(2_000, f"function prepared(){{{long}return 1}}const path=1;t.x=()=>fetch('https://my.sealmetrics.com/'+prepared())")
    assert facts_of("app.js", text).problems == ["too much code to follow every value"]
    assert not facts_of("app.js", text.replace("+prepared()", "")).problems


@pytest.mark.parametrize(
    ("name", "declared"),
    [
        ("api.d.ts", "export interface Params{n} {{ before?: Params{m}; path: string }}\n"),
        ("api.ts", "/** The params of number {n} */\nexport type Params{n} = {{ before: Params{m} }} | string;\n"),
        ("api.go", "// Params{n} has Params{m}.\ntype Params{n} struct {{\n\tBefore *Params{m}\n}}\n"),
    ],
)
def test_types_that_had_no_room_take_no_value_away(name: str, declared: str) -> None:
    head = "package api\n" if name.endswith("go") else ""
    types = "".join(declared.format(n=number, m=number + 1) for number in range(9_000))
    used = "type Token struct {\n\tSealmetrics *Params1\n}\n" if head else "export interface SealmetricsToken { params: Params1 }\n"
    assert not facts_of(name, head + types + used).problems


def test_a_place_on_a_long_line_is_counted_right() -> None:
    text = "\U0001f600" * 3 + "é" + bundle(1_000)
    document = facts_of("app.js", text).document
    region = document.region(type(document.line_span(1))(4, 5))
    assert (region.start_column, region.start_column_utf16, region.byte_offset) == (5, 8, 14)
