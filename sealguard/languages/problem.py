"""What a front end raises when it cannot read a piece of text as its language."""

from __future__ import annotations

from typing import Final

TOO_LARGE: Final = "data too large to parse"


class SyntaxProblem(Exception):  # noqa: N818 - `SyntaxError` is Python's own
    """The text is not of the language; the message is a short phrase that fits after "skipped: "."""
