"""Whatever the bytes: reading ends soon, raises nothing, and every place it names is where it says."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import facts_of, values
from realistic import realistic

from sealguard.languages.dispatch import FAULT

NAMES = (
    "a.yaml", "a.json", "a.toml", "a.xml", "a.sh", "Dockerfile", "Makefile", "a.md", "a.rst", "a.http", "a.ipynb", ".env", "a.ini",
    "a.properties", "a.bat", "a.js", "a.php", "a.tf", "a.cs", "nginx.conf", "a.txt", ".netrc", "unknown",
)  # fmt: skip
CELLS = [
    {"cell_type": "code", "source": ["!curl -H 'X: y' https://a.example\n", "%env A=b\n", "x = !ls\n", "x"]},
    {"cell_type": "markdown", "source": "# t\n```bash\ncurl x\n```"},
]
TEXTS = (
    "a: &x\n  environment: [A=b]\n  url: https://a.example/{{ x }}\n  headers: {Authorization: 'Bearer ${T:-d}'}\nb: *x\nrun: curl -k x\n",
    '{"url": "https://a.example", "headers": [{"name": "Authorization", "value": "Bearer \\u0073m\\/x"}], "verify": false} // c',
    "[a.b]\nc = 'd' # e\nf = [1, { g = \"\\u00e9\" }]\nh = '''\ni\n'''\n",
    "<?xml version='1.0'?><!-- c --><a b='c&amp;'><![CDATA[x]]><add key='k' value='v'/></a>",
    "set -x\nA=('b' \"c\")\ncurl -H \"X: ${A[@]}\" 'https://a.example' <<EOF | tee f\n$B\nEOF\necho `x` $(y)\n",
    'FROM x\nENV A=b C d\\\n # c\nRUN ["curl", "-H", "A: b"]\n',
    "A := b\nall:\n\t@curl $(A) $$B \\\n\t  'x'\n",
    "# t\n\n> ```js\n> fetch('https://a.example', {headers: {'Authorization': `Bearer ${t}`}}) // c\n> ```\n",
    '@a = b\nGET https://a.example/{{a}}\nA: b\n\n{"c": "d"}\n###\n',
    json.dumps({"cells": CELLS, "metadata": {}}, indent=1),
    "class A { String b = \"c\" + d; /* e */ f('g', \"h\"); }\n#define X \"y\"\n$z = [\"Authorization: Bearer $t\"];",
)  # fmt: skip
BITS = st.sampled_from(
    [*"\"'{}[]()$\\\n\r\t`<>#%&;:=\x00é\udcff\U0001f600/-|*!@~^ ", "{{", "}}", "${", "<<EOF", "'''", "```", "\ufeff", "\u2028"]
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Give one of the texts, cut and with bits put in anywhere."""
    text = draw(st.sampled_from(TEXTS))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(BITS) + text[at + draw(st.integers(0, 3)) :]
    return text[: draw(st.integers(0, len(text)))] if draw(st.booleans()) else text


@given(st.sampled_from(NAMES), damaged())
def test_places_are_true_and_no_front_end_fails(name: str, text: str) -> None:
    facts = facts_of(name, text)
    assert not [problem for problem in facts.problems if problem.startswith(FAULT)]
    for value in values(facts):
        assert 0 <= value.span.start <= value.span.end <= len(text)
        for part in value.texts:
            assert 0 <= part.span.start <= part.span.end <= len(text)
            assert not part.verbatim or facts.document.slice(part.span) == part.text
    ends = [0]
    for span, _ in facts.zones:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)


@given(st.sampled_from(NAMES), st.text(max_size=200))
def test_any_text_is_read_under_any_name(name: str, text: str) -> None:
    assert not [problem for problem in facts_of(name, text).problems if problem.startswith(FAULT)]


HOSTILE = {
    "brackets.json": "[" * 200_000,
    "flow.yaml": "[" * 200_000,
    "inline.toml": "a = " + "[" * 50_000,
    "tags.xml": "<a b='c'>" * 30_000,
    "siblings.xml": "<a b='c'>x</a>" * 10_000,
    "braces.yaml": "{{" * 100_000,
    "substitutions.sh": "$(" * 50_000,
    "quotes.sh": "'\"`" * 30_000,
    "words.sh": "curl " + "http://api.sealmetrics.com " * 10_000,
    "calls.sh": "f() {\n" + '  echo "$1"\n' * 300 + "}\n" + "".join(f"f {number}\n" for number in range(20_000)),
    "recursion.sh": "f() {\n  f $1a; f $1b; f $1c\n}\nf x\n",
    "unclosed.sh": "f() {\n" * 30_000,
    "entries.log": "sealmetrics\n" + "token=" * 200_000,
    "lines.log": "sealmetrics\n" + " token: abcdefghij\n" * 60_000,
    "servers.conf": "server { " * 20_000 + "return 301 https://a.example;" + "}" * 20_000,
    "escaped.js": '"\\"' * 60_000,
    "open.js": "/*" * 100_000,
    "groups.js": "({[" * 40_000,
    "minified.js": "f('https://a.example/'+b,{headers:{'Authorization':'Bearer '+c}});" * 1_500,
    "spaces.conf": " \t" * 200_000,
    "members.rb": "class A\n" + "  attr_reader :a\n" * 3_000 + "  B = 'https://a.example'\nend\n",
    "rescued.rb": "def a\n" + "  b('https://a.example')\n" * 3_000 + "rescue C\n  d\nensure\n  e\nend\n",
    "long.txt": "x" * 2_000_000,
    "fences.md": "```\n" * 30_000,
    "bomb.yaml": "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + "".join(f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(9)),
    "large.json": json.dumps([{"name": f"n{i}", "url": "https://a.example"} for i in range(100_000)]),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_seconds_at_most(name: str) -> None:
    start = time.process_time()
    facts = facts_of(name, HOSTILE[name])
    # Generous, for slow machines: what is wrong here takes minutes.
    assert time.process_time() - start < 20
    assert not [problem for problem in facts.problems if problem.startswith(FAULT)]


@pytest.mark.parametrize("name", ["brackets.json", "bomb.yaml", "inline.toml", "tags.xml"])
def test_what_could_not_be_read_is_told(name: str) -> None:
    assert facts_of(name, HOSTILE[name][:400_000]).problems


def test_an_excerpt_that_does_not_parse_is_no_problem_of_its_document() -> None:
    assert not facts_of("README.md", "```json\n{ ... }\n```\n\n```yaml\na: [\n```\n").problems


@pytest.mark.parametrize("name", ["pnpm-lock.yaml", "package-lock.json", "npm-shrinkwrap.json", "web/composer.lock", "Cargo.lock"])
def test_what_a_package_manager_lists_is_not_incomplete_for_its_size(name: str) -> None:
    entry = '"sealmetrics-{n}": 1,\n' if "json" in name or "composer" in name else "sealmetrics-{n}: 1\n"
    text = "".join(entry.format(n=number) for number in range(90_000))
    key = realistic("sm")
    facts = facts_of(name, text + f"# {key}\n")
    assert facts.problems == []
    assert [candidate.text.text for candidate in facts.candidates] == [key]
    assert facts_of(name.replace("lock", "list").replace("shrinkwrap", "list") + ".yaml", text).problems == ["data too large to parse"]
