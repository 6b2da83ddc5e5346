"""Places say the same as comparing every stretch with every other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sealguard.checks._places import Places
from sealguard.model import Span

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=12), SPANS)
def test_touching_is_overlapping_one_of_them(spans: list[Span], span: Span) -> None:
    assert Places(spans).touch(span) == any(span.overlaps(other) for other in spans)


@given(st.lists(SPANS, max_size=20))
def test_what_is_claimed_never_overlaps(spans: list[Span]) -> None:
    places, kept = Places(), list[Span]()
    for span in spans:
        free = not any(span.overlaps(other) for other in kept)
        assert places.claim(span) == free
        kept += [span] if free else []
