"""Finds what a pattern matches by way of a literal that each match holds: `str.find` is a hundred times faster than a search.

A search tries a pattern at each character where it can begin; in a bundle of two megabytes that takes a twentieth of a second
a pattern, and there are dozens of patterns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, AnyStr

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


def places(text: AnyStr, literal: AnyStr) -> Iterator[int]:
    """Give where `literal` stands."""
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def matches(pattern: re.Pattern[str], text: str, anchor: str, before: int) -> Iterator[re.Match[str]]:
    """Give what `pattern.finditer(text)` gives; every match of the pattern has `anchor` within `before` characters of its start."""
    end = 0
    at = text.find(anchor)
    while at >= 0:
        for start in range(max(end, at - before), at + 1):
            found = pattern.match(text, start)
            if found is not None:
                yield found
                end = found.end()
                break
        at = text.find(anchor, max(at + 1, end))
