"""The format of rule pages: what is read from them, and how mistakes are reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sealguard.catalogue import Mark, PageError, load_catalogue, parse_examples, parse_page
from sealguard.model import Level

if TYPE_CHECKING:
    from pathlib import Path

FRONT = """\
---
id: plain-http
summary: Calls go over HTTPS.
level: warning
security-severity: 7.5
precision: high
cwe: CWE-319
tags: transport, python
seed: HTTPS only: Always use HTTPS for API calls
---
"""


def test_a_page_states_a_rule() -> None:
    rule = parse_page(FRONT + "\n# Plain HTTP\n\nWhy it matters.\n", "transport/plain-http.md")
    assert (rule.id, rule.family, rule.level, rule.security_severity) == ("plain-http", "transport", Level.WARNING, "7.5")
    assert rule.seed == "HTTPS only: Always use HTTPS for API calls"
    assert rule.tags == ("transport", "python")
    assert rule.default_on
    assert rule.supersedes == ()
    assert rule.body == "# Plain HTTP\n\nWhy it matters.\n"


@pytest.mark.parametrize(
    ("line", "replacement", "message"),
    [
        ("level: warning", "level: bad", "transport/plain-http.md: 'level' must be one of 'note, warning, error', not 'bad'."),
        ("level: warning", "level:", "transport/plain-http.md: 'level' must be 'key: value'."),
        ("level: warning\n", "", "transport/plain-http.md: 'level' is missing."),
        ("level: warning", "level: note\nlevel: note", "transport/plain-http.md: 'level' is given twice."),
        ("level: warning", "level: note\nlevle: note", "transport/plain-http.md: 'levle' is no key of a page."),
        ("cwe: CWE-319", "cwe: 319", "transport/plain-http.md: 'cwe' must look like 'CWE-798', not '319'."),
        ("id: plain-http", "id: http", "transport/plain-http.md: 'id' must be the file's name, not 'http'."),
        ("---\nid", "id", "transport/plain-http.md: The page must begin with front matter between two lines of '---'."),
    ],
)
def test_a_mistake_is_one_line_that_names_page_and_key(line: str, replacement: str, message: str) -> None:
    with pytest.raises(PageError) as caught:
        parse_page(FRONT.replace(line, replacement, 1), "transport/plain-http.md")
    assert str(caught.value) == message


@pytest.mark.parametrize("severity", ["9.0", "0.0", "high", "11.0"])
def test_a_severity_that_github_cannot_sort_is_refused(severity: str) -> None:
    with pytest.raises(PageError, match="security-severity"):
        parse_page(FRONT.replace("7.5", severity), "transport/plain-http.md")


def test_titled_fences_under_one_heading_are_one_repository() -> None:
    markdown = """\
## Two files

```python title="config.py"
URL = "http://api.sealmetrics.com"
```

~~~yaml title="deploy/app.yaml" untracked
url: x
~~~

```python
print("no title, no file")
```

### Another

```python title="config.py"
URL = ""
```
"""
    first, second = parse_examples(markdown, "page")
    assert [(file.path, file.tracked) for file in first.files] == [("config.py", True), ("deploy/app.yaml", False)]
    assert first.files[0].text == 'URL = "http://api.sealmetrics.com"\n'
    assert (second.heading, len(second.files)) == ("Another", 1)


@pytest.mark.parametrize(
    "comment",
    [
        "# rule: a",
        "  // rule: a",
        "-- rule: a",
        "; rule: a",
        "<!-- rule: a -->",
        "/* rule: a */",
        "' rule: a",
        "% rule: a",
        "REM rule: a",
        "{# rule: a #}",
    ],
)
def test_an_annotation_in_any_comment_syntax_is_about_the_line_below_and_disappears(comment: str) -> None:
    (example,) = parse_examples(f'```x title="f"\nfirst\n{comment}\nsecond\n```\n', "page")
    assert example.files[0].text == "first\nsecond\n"
    assert example.files[0].marks == (Mark(2, "a", fires=True),)


def test_an_annotation_at_the_end_of_a_line_is_about_that_line_and_disappears() -> None:
    (example,) = parse_examples('```json title="f"\n{\n  "url": "x" ⟵ rule: a, ok: b, c\n}\n```\n', "page")
    assert example.files[0].text == '{\n  "url": "x"\n}\n'
    assert example.files[0].marks == (Mark(2, "a", fires=True), Mark(2, "b", fires=False), Mark(2, "c", fires=False))


def test_annotations_stack() -> None:
    (example,) = parse_examples('```x title="f"\n# rule: a\n# ok: b\nline\n```\n', "page")
    assert example.files[0].marks == (Mark(1, "a", fires=True), Mark(1, "b", fires=False))


def test_a_comment_that_only_talks_of_rules_stays() -> None:
    (example,) = parse_examples('```x title="f"\n# the rule: a token is secret.\nline\n```\n', "page")
    assert example.files[0].text == "# the rule: a token is secret.\nline\n"


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        ('```x title="f"\nline\n', "page: The fence '```x title=\"f\"' is never closed."),
        ('```x title="f"\n# rule: a\n```\n', "page: The annotation of 'a' has no line below it."),
        ('# H\n```x title="f"\n```\n```x title="f"\n```\n', "page: 'f' stands twice under 'H'."),
    ],
)
def test_examples_that_cannot_be_meant_are_refused(markdown: str, message: str) -> None:
    with pytest.raises(PageError) as caught:
        parse_examples(markdown, "page")
    assert str(caught.value) == message


def test_people_see_masks_where_slots_are_and_templates_stay_as_they_are() -> None:
    rule = parse_page(FRONT + 'key = "{{sm:1}}" or "{{opaque:2}}" or "{{ token }}"', "transport/plain-http.md")
    assert rule.body == 'key = "sm_…" or "…2" or "{{ token }}"'


def test_two_pages_of_one_id_are_refused(tmp_path: Path) -> None:
    for family in ("transport", "authorization"):
        (tmp_path / family).mkdir()
        (tmp_path / family / "plain-http.md").write_text(FRONT, "utf-8")
    with pytest.raises(PageError, match=r"already that of 'authorization/plain-http\.md'"):
        load_catalogue(tmp_path)
