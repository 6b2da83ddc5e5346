"""Empties the blocks of a large script that are far from all that matters in it, before it is parsed.

A parser needs a quarter of a second for each megabyte, and a bundle of two megabytes holds one call. One linear pass finds
the blocks without parsing them; what stands in those that are far away becomes blanks, so that every byte keeps its place
and the code stays code: an empty function, an empty object. Where the pass is not sure of what it saw, nothing is emptied.
"""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_FAR: Final = 100_000
"""How far from a place that matters a block has to be, in bytes."""
_WORTH: Final = 60
"""How large it has to be, in bytes: small ones cost more to empty than to parse."""

_CHUNK: Final = rb"(?:[^`\\$]|\\.|\$(?!\{))*+(?:`|\$\{)"
_TEMPLATE: Final = re.compile(_CHUNK, re.DOTALL)
_REGEX: Final = rb"(?:[^/\\\[\n*]|\\.|\[(?:[^\]\\\n]|\\.)*+\])(?:[^/\\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*+\])*+/"
_TOKEN: Final = re.compile(
    rb"""
    [{}]
    | "(?:[^"\\\n]|\\.)*+(?:"|(?P<open>\n|\Z))
    | '(?:[^'\\\n]|\\.)*+(?:'|(?P<torn>\n|\Z))
    | `"""
    + _CHUNK
    + rb"""
    | //(?P<line>[^\n]*+)
    | /\*(?P<block>(?:[^*]|\*(?!/))*+)\*/
    | (?P<unclosed>`|/\*)
    # What stands after a value divides; after anything else it begins a pattern, which may hold quotes and braces.
    | [=(,:;!&|?\[*%<>~^]\s++/"""
    + _REGEX
    + rb"""
    | /(?:(?<=[=(,:;!&|?{}\[*%<>~^]/)|(?<=[^+][+]/)|(?<=[^-]-/)|(?<=return/)|(?<=return[ ]/)|(?<=typeof/)|(?<=typeof[ ]/)
        |(?<=case/)|(?<=case[ ]/))"""
    + _REGEX,
    re.VERBOSE | re.DOTALL,
)


class Hollow:
    """A script with its far blocks emptied."""

    def __init__(self, source: bytes, comments: list[tuple[int, int]]) -> None:
        """Take the source with blanks in it, and where the comments of the whole are, as half-open ranges of bytes."""
        self.source = source
        self.comments = comments


def hollow(source: bytes, places: Sequence[int]) -> Hollow | None:
    """Empty the blocks that are far from all `places`, which are in order; give `None` where the script is not understood."""
    comments: list[tuple[int, int]] = []
    blocks = _blocks(source, comments)
    if blocks is None:
        return None
    emptied = bytearray(source)
    reached = 0
    for start, end in sorted(blocks):
        if start >= reached and end - start > _WORTH and _is_far(start, end, places):
            emptied[start:end] = b" " * (end - start)
            reached = end
    return Hollow(bytes(emptied), comments)


def _is_far(start: int, end: int, places: Sequence[int]) -> bool:
    at = bisect.bisect_left(places, start - _FAR)
    return at == len(places) or places[at] >= end + _FAR


def _blocks(source: bytes, comments: list[tuple[int, int]]) -> list[tuple[int, int]] | None:
    """Give what stands between each pair of braces that is not in a template, and note the comments."""
    blocks: list[tuple[int, int]] = []
    opened: list[int] = []
    templates: list[int] = []
    """How many braces were open where each template around began to be filled."""
    at = 0
    while at >= 0:
        tokens = _TOKEN.finditer(source, at)
        at = -1
        for token in tokens:
            first = source[token.start()]
            if first == ord("{"):
                opened.append(token.end())
            elif first == ord("}"):
                if templates and templates[-1] == len(opened):
                    # The rest of the template's text: what is in it must not be taken for code.
                    chunk = _TEMPLATE.match(source, token.end())
                    if chunk is None:
                        return None
                    if source[chunk.end() - 1] == ord("`"):
                        templates.pop()
                    at = chunk.end()
                    break
                if not opened:
                    return None
                start = opened.pop()
                if not templates:
                    blocks.append((start, token.start()))
            elif first == ord("`") and token.lastgroup is None:
                if source[token.end() - 1] == ord("{"):
                    templates.append(len(opened))
            elif token.lastgroup in {"line", "block"}:
                comments.append(token.span())
            elif token.lastgroup is not None:
                return None
    return blocks if not opened and not templates else None
