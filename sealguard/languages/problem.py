"""What a front end raises when it cannot read a piece of text as its language."""


class SyntaxProblem(Exception):  # noqa: N818 - `SyntaxError` is Python's own
    """The text is not of the language; the message is a short phrase that fits after "skipped: "."""
