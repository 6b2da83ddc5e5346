"""A rule's page in short."""

from __future__ import annotations

import pytest

from sealguard.catalogue import load_catalogue
from sealguard.reports.advice import prose

RULES = load_catalogue()


@pytest.mark.parametrize("rule", RULES)
def test_a_page_without_its_examples_still_says_what_to_do(rule: str) -> None:
    text = prose(RULES[rule])
    assert text.startswith(f"# {rule}\n")
    assert "\n## What to do\n" in text
    assert "\n## What is not reported\n" in text
    assert 'title="' not in text, "what has a title is an example"


def test_what_is_shown_in_a_fence_without_a_title_is_no_example() -> None:
    assert "```" in prose(RULES["unused-suppression"])
