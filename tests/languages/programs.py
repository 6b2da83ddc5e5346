"""What the tests of languages with a grammar share: read a program, show its headers, and break it in many ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from sealguard.facts import Facts, Text
from sealguard.languages import SyntaxProblem, python, r_source, treesitter
from sealguard.languages.fragment import Fragment
from sealguard.model import Document, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from sealguard.facts import Value

API = "https://api.sealmetrics.com/v1"
BROKEN = "\0\n\"$'(\\`{}é\ud800😀"


def read(code: str, language: str) -> Facts:
    """Give the facts of a program."""
    document = Document(SourceFile(b"program", code.encode("utf-8", "surrogatepass")), code)
    facts = Facts(document, language)
    if language == "python":
        python.read(Fragment.whole(document, language), facts)
    elif language == "r":
        r_source.read(Fragment.whole(document, language), facts)
    else:
        treesitter.read(Fragment.whole(document, language), facts, language)
    return facts


def show(value: Value) -> str:
    """Give a value's text with `<name>` for each hole."""
    return "".join(part.text if isinstance(part, Text) else f"<{part.names[0] if part.names else part.kind}>" for part in value.parts)


def headers_of(code: str, language: str, name: str = "authorization") -> set[str]:
    """Give what a header of a program can be."""
    return {show(value) for each in read(code, language).headers if (each.name.text or "").lower() == name for value in each.values}


def requested(code: str, language: str) -> set[tuple[str, str]]:
    """Give the URLs of a program's requests, each with what its `Authorization` can be."""
    return {
        (show(url), show(value))
        for request in read(code, language).requests
        for url in request.urls
        for header in request.headers
        if (header.name.text or "").lower() == "authorization"
        for value in header.values
    }


def breaking(language: str, sample: str) -> Callable[[], None]:
    """Make a test that a program which is cut off, or has wrong letters in it, is read or refused, and every fact stands in its text."""

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, len(sample)), st.lists(st.tuples(st.integers(0, len(sample) - 1), st.sampled_from(BROKEN)), max_size=20))
    def test(end: int, wrong: list[tuple[int, str]]) -> None:
        letters = list(sample)
        for at, letter in wrong:
            letters[at] = letter
        code = "".join(letters[:end])
        try:
            facts = read(code, language)
        except SyntaxProblem:
            return
        spans = [header.span for header in facts.headers] + [request.span for request in facts.requests]
        spans += [binding.span for binding in facts.bindings] + [string.value.span for string in facts.strings]
        assert all(0 <= span.start <= span.end <= len(code) for span in spans)

    return test
