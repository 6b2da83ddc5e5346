"""Takes markup apart: tags with their attributes, scripts, comments and text, each with its place.

It accepts whatever browsers do and more, for the marks of template languages stand anywhere. It never fails: what is no markup is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

FILLER: Final = "\ue000"
"""Stands for each character of a template language's marks, which mean nothing to the markup around them."""

_TOKEN: Final = re.compile(
    r"<!--(?s:.*?)(?:-->|\Z)|<(?P<name>[A-Za-z][^\s/>\"'=<\ue000]{0,100})|</[A-Za-z][^<>]{0,200}>?|<![A-Za-z\[][^>]{0,2000}>?"
)
_ATTRIBUTE: Final = re.compile(r"[\s/]*(?P<name>[^\s=>/\"'{}<][^\s=>/]{0,200})(?P<equals>\s{0,20}=\s{0,20})?")
_QUOTED: Final = re.compile(r"\"([^\"]{0,100000})\"|'([^']{0,100000})'")
_PLAIN: Final = re.compile(r"[^\s>\"']{1,4000}")
_BLANK: Final = re.compile(r"[\s/]*")
_RAW: Final = {name: re.compile(f"</{name}(?![a-z])", re.IGNORECASE) for name in ("script", "style")}
_MOST_ATTRIBUTES: Final = 200
_LONGEST_EXPRESSION: Final = 20_000
_BRACE_OR_QUOTE: Final = re.compile(r"[{}\"'`]|//[^\n]*|/\*(?s:.*?)\*/")
_STRINGS: Final = {
    '"': re.compile(r'(?:[^"\\\n]|\\.)*"?'),
    "'": re.compile(r"(?:[^'\\\n]|\\.)*'?"),
    "`": re.compile(r"(?:[^`\\]|\\(?s:.))*`?"),
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute: its name, and where its value stands, quotes or braces left out."""

    name: str
    start: int
    end: int
    expression: bool = False
    """Whether the value is an expression in braces."""


@dataclass(frozen=True, slots=True)
class Tag:
    """An opening tag, and the content of a script or style."""

    name: str
    """As it is spelled."""
    start: int
    end: int
    attributes: tuple[Attribute, ...] = ()
    content: tuple[int, int] | None = None
    """Of a script or a style: where what it holds stands."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A comment, or text between tags."""

    start: int
    end: int
    comment: bool = False


def scan(text: str, *, braces: bool = False, start: int = 0) -> Iterator[Tag | Stretch]:
    """Give what `text`, marks filled over, is made of; `braces`: `{...}` holds expressions, as in Svelte and Astro."""
    at = start
    while at < len(text):
        token = _TOKEN.search(text, at)
        if token is None:
            yield Stretch(at, len(text))
            return
        if token.start() > at:
            yield Stretch(at, token.start())
        at = token.end()
        if token["name"]:
            tag, at = _tag(text, token, braces=braces)
            yield tag
        elif token[0].startswith("<!--"):
            yield Stretch(token.start(), token.end(), comment=True)


def _tag(text: str, token: re.Match[str], *, braces: bool) -> tuple[Tag, int]:
    name = token["name"]
    attributes: list[Attribute] = []
    at = token.end()
    while at < len(text) and text[at] not in "<>" and len(attributes) < _MOST_ATTRIBUTES:
        if braces and (blank := _BLANK.match(text, at)) and text[blank.end() : blank.end() + 1] == "{":
            end = balanced(text, blank.end())
            attributes.append(Attribute("", blank.end() + 1, end - 1, expression=True))
            at = end
            continue
        match = _ATTRIBUTE.match(text, at)
        if match is None:
            at += 1
            continue
        at = match.end()
        attribute, at = _value(text, match, at, braces=braces)
        attributes.append(attribute)
    at += text[at : at + 1] == ">"
    raw = _RAW.get(name.lower())
    if raw is None or text[token.start() : at].endswith("/>"):
        return Tag(name, token.start(), at, tuple(attributes)), at
    closing = raw.search(text, at)
    end = closing.start() if closing else len(text)
    return Tag(name, token.start(), at, tuple(attributes), (at, end)), end


def _value(text: str, match: re.Match[str], at: int, *, braces: bool) -> tuple[Attribute, int]:
    name = match["name"].strip(FILLER)
    if match["equals"] is None:
        return Attribute(name, at, at), at
    if braces and text[at : at + 1] == "{":
        end = balanced(text, at)
        return Attribute(name, at + 1, end - 1, expression=True), end
    quoted = _QUOTED.match(text, at)
    if quoted:
        return Attribute(name, quoted.start() + 1, quoted.end() - 1), quoted.end()
    plain = _PLAIN.match(text, at)
    return (Attribute(name, at, plain.end()), plain.end()) if plain else (Attribute(name, at, at), at)


def balanced(text: str, at: int) -> int:
    """Give the offset behind the brace that closes the one at `at`; quotes and comments are seen. At most 20,000 code points on."""
    depth, stop = 0, min(len(text), at + _LONGEST_EXPRESSION)
    while at < stop:
        match = _BRACE_OR_QUOTE.search(text, at, stop)
        if match is None:
            break
        at = match.end()
        mark = match[0]
        if mark in _STRINGS:
            string = _STRINGS[mark].match(text, at, stop)
            at = string.end() if string else at
        elif mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if not depth:
                return at
    return stop
