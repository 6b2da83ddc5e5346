"""Markdown, reStructuredText and AsciiDoc: prose, and the code that stands in it, each piece in its own language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.facts import Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sealguard.facts import Facts
    from sealguard.languages.fragment import Fragment, Piece
    from sealguard.profile import Profile

_FENCE: Final = re.compile(r"(?P<lead>[ \t]*(?:>[ \t]?)*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^\n`]*)$")
_RST: Final = re.compile(
    r"(?P<lead>[ \t]*)\.\.[ \t]+(?:code-block|code|sourcecode|parsed-literal|literalinclude)::[ \t]*(?P<info>[\w+-]*)[ \t]*\r?$"
)
_RST_LITERAL: Final = re.compile(r"(?P<lead>[ \t]*)(?!\.\.)\S.*::[ \t]*\r?$")
_ASCIIDOC: Final = re.compile(r"\[source(?:%\w+)?,[ \t]*[\"']?(?P<info>[\w+-]*)[^\]]*\]|\[,[ \t]*(?P<other>[\w+-]*)\]")
_LANGUAGE: Final = re.compile(r"\{?\.?([\w+#.-]+)")
_QUOTED: Final = re.compile(r"[ \t]*(?:>[ \t]?)*")
_RUN: Final = (".rmd", ".qmd", ".mdx")
"""Documents whose code is run."""
_FRONT: Final = re.compile(r"---[ \t]*\r?\n(?s:.*?)\n---[ \t]*(?:\r?\n|\Z)")


def read(fragment: Fragment, facts: Facts, profile: Profile, name: str = "") -> None:
    """Add the facts of prose and of the code in it."""
    from sealguard.languages import read_fragment  # noqa: PLC0415 - the package knows its front ends, not the other way round

    at = 0
    runs = name.lower().endswith(_RUN)
    front = _FRONT.match(fragment.text)
    if front and front.end() < 20_000:  # noqa: PLR2004 - front matter is short
        facts.zones.append((fragment.outer(0, front.end()), Zone.PROSE))
        at = front.end()
    for start, end, language, pieces in _blocks(fragment.text, name.lower(), at):
        if at < start:
            facts.zones.append((fragment.outer(at, start), Zone.PROSE))
        nested = fragment.nest(language, pieces)
        first, answers, retries = len(facts.headers), len(facts.answers), len(facts.retries)
        if nested.text.strip():
            read_fragment(nested, facts, profile, "", language or _guess(nested.text))
        for header in facts.headers[first:] if not runs else ():
            # A header does not know where it stands until its piece was read.
            object.__setattr__(header, "example", True)
        if not runs:  # what is only shown handles nothing
            del facts.answers[answers:], facts.retries[retries:]
        at = end
    if at < len(fragment.text):
        facts.zones.append((fragment.outer(at, len(fragment.text)), Zone.PROSE))


def _guess(text: str) -> str:
    """Guess the language of a block that does not tell."""
    if re.match(r"\s*\$?\s*(?:curl|wget|export|http)\s", text):
        return "console" if text.lstrip().startswith("$") else "shell"
    if re.match(r"\s*(?:GET|POST|PUT|PATCH|DELETE) \S", text):
        return "http"
    return "text"


def _lines(text: str, at: int) -> Iterator[tuple[int, int]]:
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end + 1
        yield at, end
        at = end


def _blocks(text: str, name: str, at: int) -> Iterator[tuple[int, int, str, list[Piece]]]:
    """Give code blocks: where their content starts and ends, their language, and their lines without indentation and quote marks."""
    lines = list(_lines(text, at))
    if name.endswith(".rst"):
        yield from _indented(text, lines)
        return
    pending = ""
    index = 0
    while index < len(lines):
        line = text[slice(*lines[index])].rstrip("\r\n")
        fence = _FENCE.match(line) if "``" in line or "~~" in line else None
        delimiter = re.fullmatch(r"(-{4,}|\.{4,})[ \t]*", line) if name.endswith((".adoc", ".asciidoc", ".asc")) else None
        source = _ASCIIDOC.match(line)
        index += 1
        if source and delimiter is None:
            pending = source.group("info") or source.group("other") or "text"
        elif fence or (delimiter and pending):
            closing = fence.group("mark") if fence else line.strip()
            first = index
            while index < len(lines) and not _closes(text[slice(*lines[index])], closing):
                index += 1
            language = _language(fence.group("info")) if fence else pending
            lead = fence.group("lead") if fence else ""
            pieces = [piece for low, high in lines[first:index] for piece in _without(text, low, high, lead)]
            if first < index:
                yield lines[first][0], lines[index - 1][1], language, pieces
            index += 1
            pending = ""


def _closes(line: str, mark: str) -> bool:
    stripped = _QUOTED.sub("", line, count=1).strip()
    return len(stripped) >= len(mark) and stripped == stripped[:1] * len(stripped) and stripped[:1] == mark[:1]


def _language(info: str) -> str:
    match = _LANGUAGE.match(info.strip())
    return match.group(1).lower() if match else ""


def _without(text: str, start: int, end: int, lead: str) -> list[Piece]:
    """Give a line without what stands before the fence on its line: quote marks, a list's indentation."""
    at = start
    if ">" in lead:
        quoted = _QUOTED.match(text, start, end)
        at = quoted.end() if quoted else start
    else:
        while at < end and at - start < len(lead) and text[at] in " \t":
            at += 1
    return [(text[at:end], at, end)]


def _indented(text: str, lines: list[tuple[int, int]]) -> Iterator[tuple[int, int, str, list[Piece]]]:
    """Give reStructuredText's blocks: what is indented below `.. code-block::` or a paragraph that ends in `::`."""
    index = 0
    while index < len(lines):
        line = text[slice(*lines[index])].rstrip("\r\n")
        index += 1
        opening = _RST.match(line) or _RST_LITERAL.match(line)
        if opening is None:
            continue
        indent = len(opening.group("lead"))
        first = index
        while index < len(lines):
            body = text[slice(*lines[index])]
            if body.strip() and len(body) - len(body.lstrip(" \t")) <= indent:
                break
            index += 1
        content = [(low, high) for low, high in lines[first:index] if not re.match(r"[ \t]+:[\w-]+:", text[low:high])]
        margins = [len(text[low:high]) - len(text[low:high].lstrip(" \t")) for low, high in content if text[low:high].strip()]
        if content and margins:
            margin = min(margins)
            pieces = [(text[min(low + margin, high - 1) : high], min(low + margin, high - 1), high) for low, high in content]
            yield content[0][0], content[-1][1], opening.groupdict().get("info") or "", pieces
