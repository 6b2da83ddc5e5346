"""`docs/followed.md` is true: what it shows is followed, in every language that it does not leave out by name."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from programs import headers_of

PAGE: Final = (Path(__file__).parent.parent.parent / "docs" / "followed.md").read_text("utf-8")
LANGUAGES: Final = {
    "python": "Python", "javascript": "JavaScript", "php": "PHP", "ruby": "Ruby", "go": "Go", "java": "Java", "kotlin": "Kotlin",
    "csharp": "C#", "powershell": "PowerShell", "rust": "Rust", "swift": "Swift", "dart": "Dart", "scala": "Scala", "elixir": "Elixir",
    "r": "R", "perl": "Perl", "lua": "Lua", "hcl": "HCL",
}  # fmt: skip


class Way(NamedTuple):
    """One heading of the page."""

    name: str
    programs: list[tuple[str, str]]
    """Languages and programs."""
    left_out: list[str]
    """Names of languages."""


def ways() -> list[Way]:
    found: list[Way] = []
    for name, text in re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", PAGE):
        named = re.findall(r"(?m)^(?:Not followed|No such thing): (.+)\.$", text)
        found.append(Way(name, re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", text), [each for names in named for each in names.split(", ")]))
    return found


CASES: Final = [pytest.param(language, code, id=f"{way.name}: {language}") for way in ways() for language, code in way.programs]


@pytest.mark.parametrize(("language", "code"), CASES)
@pytest.mark.parametrize("value", ["abc", "xyz123"])
def test_a_literal_is_followed_into_the_header(language: str, code: str, value: str) -> None:
    assert f"Bearer {value}" in headers_of(code.replace("abc", value), language)


@pytest.mark.parametrize(("language", "code"), CASES)
def test_a_header_of_another_name_is_another_header(language: str, code: str) -> None:
    assert headers_of(code.replace("Authorization", "X-Trace"), language) == set()


@pytest.mark.parametrize("way", ways(), ids=lambda way: way.name)
def test_each_language_is_shown_once_or_left_out_by_name(way: Way) -> None:
    assert sorted([LANGUAGES[language] for language, _ in way.programs] + way.left_out) == sorted(LANGUAGES.values())
