"""Word lists, written as lines of words."""

from __future__ import annotations


def word_set(*lines: str) -> frozenset[str]:
    """Give the words of several lines as a set."""
    return frozenset(word for line in lines for word in line.split())
