"""Searching by way of a literal gives what a search of the pattern gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from sealguard.anchors import matches, places

TEXTS = st.text("ab:/s x\n", max_size=60)


@given(TEXTS)
def test_matches_are_those_of_a_search(text: str) -> None:
    pattern = re.compile(r"(?<!x)[ab]{0,3}s?://[^ \n]*")
    assert [found.span() for found in matches(pattern, text, "://", 4)] == [found.span() for found in pattern.finditer(text)]


@given(TEXTS)
def test_places_are_all_places(text: str) -> None:
    assert list(places(text, "aa")) == [at for at in range(len(text)) if text.startswith("aa", at)]
