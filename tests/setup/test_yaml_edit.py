"""Nothing of a YAML file is changed by what is added to it, or it is refused."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sealguard.setup.yaml_edit import EditError, appended

ITEM = {"repo": "https://git.example.com/sealguard", "rev": "0123456e7", "hooks": [{"id": "sealguard", "types": ["file"], "verbose": True}]}

COMMENTED = """\
# Hooks of the team. Ask before you change them!
default_stages: [pre-commit]   # as agreed

repos:
    # formatting comes first
    -   repo: local
        hooks:
        -   id: format   # slow
            entry: "make format"
            args: [--quick, 'x']

    # nothing behind this line
ci:
    skip: [format]
"""

FORMS = {
    "nothing": "",
    "a comment": "# hooks\n",
    "a comment without a line end": "# hooks",
    "no list yet": "fail_fast: true\n# end\n",
    "no list yet, no line end": "fail_fast: true",
    "a document with ends": "---\nfail_fast: true\n...\n",
    "an empty value": "repos:\n",
    "an empty value and a comment": "repos: # none yet\nfail_fast: true\n",
    "an empty list": "repos: []\n",
    "a list on one line": "repos: [{repo: a, hooks: [{id: x}]}]\n",
    "a list with a comment in it": "repos: [{repo: a, hooks: []} # last\n]\n",
    "JSON": '{"fail_fast": true, "repos": [{"repo": "a", "hooks": []}]}',
    "a comma at the end": "repos: [{repo: a},]\n",
    "JSON without the key": '{"fail_fast": true}',
    "an empty table": "{}\n",
    "comments": COMMENTED,
    "Windows' line ends": COMMENTED.replace("\n", "\r\n"),
    "a byte order mark": "\ufeff" + COMMENTED,
    "no indentation": "repos:\n- repo: a\n  hooks:\n  - id: x\n# end\n",
    "no line end": "repos:\n- repo: a\n  hooks:\n  - id: x",
    "a block of text at the end": "repos:\n- repo: a\n  hooks:\n  - entry: |\n      one\n      two\n\n\n# end\nx: 1\n",
    "an alias": "x: &x {id: y}\nrepos:\n- repo: a\n  hooks: [*x]\n",
    "tags of others": "x: !reference [a, b]\nrepos:\n- repo: a\n",
}


@pytest.mark.parametrize("text", FORMS.values(), ids=list(FORMS))
def test_an_item_is_added_and_no_character_lost(text: str) -> None:
    after = appended(text, "repos", ITEM)
    kept = iter(after)
    assert all(char in kept for char in text), "what was there is there, in its order"
    plain = (content.replace("!reference", "") for content in (text.lstrip("\ufeff"), after.lstrip("\ufeff")))
    before, now = (yaml.safe_load(content) or {} for content in plain)
    assert now == before | {"repos": [*(before.get("repos") or []), ITEM]}
    assert ("\r\n" in after) == ("\r\n" in text)
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in text


def test_the_item_stands_where_the_others_do() -> None:
    after = appended(COMMENTED, "repos", ITEM)
    assert "            args: [--quick, 'x']\n    - repo: https://git.example.com/sealguard\n" in after
    assert after.replace(after[after.index("    - repo: https") : after.index("\n    # nothing")], "") == COMMENTED


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a: b: c\n", "not valid YAML (line 1)"),
        ("a: [\n", "not valid YAML (line 2)"),
        ("a: \x00\n", "not valid YAML"),
        ("a: 1\n---\nb: 2\n", "not valid YAML (line 2)"),
        ("[" * 5000, "nested too deeply"),
        ("- a\n", "not a table of keys"),
        ("repos: 3\n", "'repos' is not a list"),
        ("repos: {a: b}\n", "'repos' is not a list"),
        ("repos:\n- entry: |+\n    kept\n\n\n# end\nx: 1\n", "'repos' is written in a way that cannot be extended safely"),
    ],
)
def test_what_cannot_be_extended_safely_is_refused(text: str, why: str) -> None:
    with pytest.raises(EditError) as refused:
        appended(text, "repos", ITEM)
    assert str(refused.value) == why


def test_aliases_do_not_grow() -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60)) + "repos:\n- *a59\n- repo: a\n"
    assert appended(bomb, "repos", ITEM).startswith("a0: &a0")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(max_size=6), _VALUES, max_size=3), st.lists(_VALUES, max_size=3), st.sampled_from([True, False, None]))
def test_any_document_keeps_what_it_says(others: dict[str, object], repos: list[object], flow: bool | None) -> None:  # noqa: FBT001 - a parameter of the test
    document = others | {"repos": repos}
    text = yaml.safe_dump(document, default_flow_style=flow, sort_keys=False)
    try:
        after = appended(text, "repos", ITEM)
    except EditError as refusal:
        assert "safely" in str(refusal)  # noqa: PT017 - a refusal is no failure
    else:
        assert yaml.safe_load(after) == document | {"repos": [*repos, ITEM]}
