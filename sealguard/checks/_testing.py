"""What tests, examples and documents are allowed: whether a place is in one, and whether a test there expects a refusal.

Front ends leave the language behind, and with it what a test looks like; here a test is told by names and by the lines
around a place, alike in every language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.profile import words

if TYPE_CHECKING:
    from sealguard.model import Document, Span

_TEST_FOLDERS: Final = frozenset({
    "test", "tests", "testing", "__tests__", "spec", "specs", "e2e", "testdata", "androidtest",
    "cypress", "playwright", "testcafe", "wdio", "nightwatch",
})  # fmt: skip
_TEST_FILE: Final = re.compile(r"(?:^test[_-]|^conftest\.|[._-](?:test|tests|spec|specs|cy|e2e)\.|(?:Test|Tests|IT|Spec)\.)")
_SHOWN_FOLDERS: Final = frozenset({
    "example", "examples", "sample", "samples", "demo", "demos", "doc", "docs", "documentation", "cassettes", "cassette", "recordings",
    "recording", "fixtures", "fixture", "snapshots", "__snapshots__", "mocks", "__mocks__", "stubs", "wiremock", "tutorial", "tutorials",
    "snippets",
})  # fmt: skip
_SHOWN_FILE: Final = re.compile(
    r"(?:^readme|^example|[._-](?:example|examples|sample|template|tmpl|tpl|dist|default|skel|md|mdx|rst|adoc|markdown|har)$|"
    r"[._-](?:example|sample|dist)[._-]|\.(?:md|mdx|rst|adoc|markdown|har)$)",
    re.IGNORECASE,
)
_FUNCTION: Final = re.compile(
    r"[ \t]*(?:(?:export|public|private|protected|static|async|final|override|suspend|internal|pub)\s+)*"
    r"(?:def|func|function|fn|fun|sub|void|it|test|describe|Task|class|@Test)\b"
)
_REFUSED: Final = re.compile(
    r"\b40[013]\b|\braises\b|assertRaises|toThrow|rejects\b|should_fail|BAD_REQUEST|FORBIDDEN|UNAUTHORIZED|unauthori[sz]ed|expect(?:ed)?_?(?:exception|error)",
    re.IGNORECASE,
)
_REFUSING: Final = frozenset({
    "reject", "rejects", "rejected", "refuse", "refuses", "refused", "refusal", "invalid", "malformed", "bad", "wrong", "missing",
    "unauthorized", "unauthorised", "unauthenticated", "forbidden", "denied", "denies", "deny", "fail", "fails", "failure", "failing",
    "raises", "error", "errors", "401", "403", "400", "without", "broken", "illegal", "blocks", "blocked", "disallow", "disallows",
    "disallowed", "insecure", "negative", "plain", "plaintext", "cleartext", "downgrade", "redirects", "redirected",
})  # fmt: skip
# A function of a test is not longer, in lines, and its lines not wider, in characters.
_WINDOW: Final = 60
_WIDTH: Final = 400


def in_test(path: str, context: tuple[str, ...] = ()) -> bool:
    """Tell whether a file, or what stands in things of these names, belongs to a test."""
    *folders, name = path.split("/")
    if not _TEST_FOLDERS.isdisjoint(folder.lower() for folder in folders) or _TEST_FILE.search(name):
        return True
    return any(words(outer)[:1] in {("test",), ("tests",)} for outer in context)


def is_shown(path: str) -> bool:
    """Tell whether a file shows how something is done rather than doing it: documents, examples, samples, recordings."""
    *folders, name = path.split("/")
    return not _SHOWN_FOLDERS.isdisjoint(folder.lower() for folder in folders) or bool(_SHOWN_FILE.search(name))


def expects_refusal(document: Document, span: Span, context: tuple[str, ...] = ()) -> bool:
    """Tell whether a test sends what stands at `span` in order to see it refused."""
    lines = lines_of_test(document, span, context)
    if not lines:
        return False
    return any(not _REFUSING.isdisjoint(words(name)) for name in context) or any(_refuses(line) for line in lines)


def lines_of_test(document: Document, span: Span, context: tuple[str, ...] = ()) -> list[str]:
    """Give the lines of the test that `span` is in: the function around it, or its own line outside of any; none where there is no test."""
    if not in_test(document.path, context):
        return []
    number = document.line_number(span.start)
    depth = _indent(document.line(number))
    if not depth:
        return [document.line(number)[:_WIDTH]]
    first = next((line for line in range(number, max(0, number - _WINDOW), -1) if _begins(document.line(line), depth - 1)), number)
    outer = _indent(document.line(first))
    end = min(document.line_count, number + _WINDOW) + 1
    last = next((line for line in range(number + 1, end) if _ends(document.line(line), outer)), end)
    return [document.line(line)[:_WIDTH] for line in range(first, last)]


def _ends(line: str, depth: int) -> bool:
    """Tell whether what is indented by more than `depth` columns has ended before a line."""
    return bool(line.strip()) and _indent(line) <= depth


def _begins(line: str, depth: int) -> bool:
    """Tell whether a function begins on a line that is indented by `depth` columns at most."""
    return bool(_FUNCTION.match(line)) and _indent(line) <= depth


def _refuses(line: str) -> bool:
    if _REFUSED.search(line):
        return True
    return bool(_FUNCTION.match(line)) and not _REFUSING.isdisjoint(words(line))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
