"""`docs/languages.md` is what the rules' pages show, and they show every language as often as they should."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    import generate
else:
    _PATH = Path(__file__).parent.parent / "docs" / "generate.py"
    _SPEC = importlib.util.spec_from_file_location("generate", _PATH)
    generate = sys.modules["generate"] = importlib.util.module_from_spec(_SPEC)
    _SPEC.loader.exec_module(generate)

RULES: Final = generate.rules_of_pages()
COUNTS: Final = generate.shown(RULES)
PRACTICES: Final = ("lifecycle", "resilience")
LANGUAGES: Final = 6


def of_rank(rank: str) -> list[str]:
    return [name for each, name, _ in generate.LANGUAGES if each == rank]


def both(language: str, rule: str) -> bool:
    count = COUNTS[language].get(rule)
    return count is not None and count.fires > 0 and count.silent > 0


def test_the_page_is_not_stale() -> None:
    assert generate.PAGE.read_text("utf-8") == generate.page(), "run 'python docs/generate.py'"


@pytest.mark.parametrize("language", of_rank(generate.FIRST))
def test_a_language_of_the_first_rank_is_on_every_page_where_the_rule_makes_sense(language: str) -> None:
    assert [rule.id for rule in RULES if not generate.untold(language, rule.id) and not both(language, rule.id)] == []


@pytest.mark.parametrize("language", of_rank(generate.SECOND))
def test_a_language_of_the_second_rank_is_on_five_pages(language: str) -> None:
    assert sum(both(language, rule.id) for rule in RULES) >= 5


@pytest.mark.parametrize("language", of_rank(generate.CONFIGURATION))
def test_configuration_that_carries_calls_is_on_a_page(language: str) -> None:
    assert any(both(language, rule.id) for rule in RULES)


def test_a_rule_that_need_not_be_shown_in_a_language_is_not_shown_there() -> None:
    excused = [(name, rule) for rule, (names, _) in generate.UNTOLD.items() for name in names or ()]
    assert [(name, rule) for name, rule in excused if both(name, rule)] == []


@pytest.mark.parametrize("rule", [rule.id for rule in RULES if rule.family in PRACTICES])
def test_a_page_on_how_a_program_goes_about_its_calls_shows_it_in_six_languages(rule: str) -> None:
    programs = [*of_rank(generate.FIRST), *of_rank(generate.SECOND)]
    counts = [COUNTS[language].get(rule, generate.Count()) for language in programs]
    assert sum(count.fires > 0 for count in counts) >= LANGUAGES
    assert sum(count.silent > 0 for count in counts) >= LANGUAGES
