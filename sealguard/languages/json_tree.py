"""JSON as people write it: strict, with comments, with trailing commas, JSON5, and one document a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import MAX_DEPTH, Builder, Mapping, Scalar, Sequence, Tree

if TYPE_CHECKING:
    from sealguard.languages.fragment import Piece

_TOKEN: Final = re.compile(
    r"""[\s\ufeff,]*+(?:
        (?P<string>"(?:[^"\\\n\r]|\\(?s:.))*+"|'(?:[^'\\\n\r]|\\(?s:.))*+')
      | (?P<begin>[{\[])
      | (?P<end>[}\]])
      | (?P<colon>:)
      | (?P<comment>//[^\n\r]*|/\*(?s:.*?)\*/|\#[^\n\r]*)
      | (?P<plain>[^\s"'{}\[\],:/\#]++)
      | (?P<over>\Z)
    )""",
    re.VERBOSE,
)
_ESCAPE: Final = re.compile(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|U([0-9A-Fa-f]{8})|(\r\n|(?s:.)))")
_SIMPLE: Final = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "a": "\a", "e": "\x1b", "\n": "", "\r\n": ""}


def parse(text: str) -> Tree:
    """Read `text`. Raises `SyntaxProblem` where it is no JSON in any dialect, or nested too deep."""
    tree = Tree()
    builder = Builder(tree)
    at = 0
    match = _TOKEN.match
    while token := match(text, at):
        at = token.end()
        kind = token.lastgroup
        if kind == "string":
            low, high = token.span("string")
            pieces = unescape(text[low + 1 : high - 1], low + 1)
            content = pieces[0][0] if len(pieces) == 1 else "".join(piece[0] for piece in pieces)
            builder.add(Scalar(content, pieces, low, high, text[low]))
        elif kind == "plain":
            low, high = token.span("plain")
            builder.add(Scalar(text[low:high], ((text[low:high], low, high),), low, high))
        elif kind == "colon":
            if builder.wants_key:
                raise SyntaxProblem("JSON with a value that has no name")
        elif kind == "comment":
            tree.comments.append(token.span("comment"))
        elif kind == "over":
            break
        else:
            _bracket(text[at - 1], at, builder)
    if token is None:
        raise SyntaxProblem("not JSON")
    if builder.depth:
        raise SyntaxProblem("JSON that ends too early")
    return tree


def _bracket(mark: str, at: int, builder: Builder) -> None:
    if mark == "{":
        builder.begin(Mapping(at - 1))
    elif mark == "[":
        builder.begin(Sequence(at - 1))
    elif isinstance(builder.innermost, Mapping if mark == "}" else Sequence):
        builder.finish(at)
    else:
        raise SyntaxProblem("JSON with brackets that do not match")
    if builder.depth > MAX_DEPTH:
        raise SyntaxProblem("nested too deep")


def unescape(raw: str, offset: int) -> tuple[Piece, ...]:
    """Resolve backslash escapes of `raw`, which stands at `offset`; a pair of surrogates becomes one character."""
    if "\\" not in raw:
        return ((raw, offset, offset + len(raw)),) if raw else ()
    pieces: list[Piece] = []
    at = 0
    for match in _ESCAPE.finditer(raw):
        if match.start() > at:
            pieces.append((raw[at : match.start()], offset + at, offset + match.start()))
        code = match.group(1) or match.group(2) or match.group(3) or match.group(4)
        char = _character(int(code, 16)) if code else _SIMPLE.get(match.group(5), match.group(5))
        at = match.end()
        last = pieces[-1] if pieces else None
        if last and "\ud800" <= last[0] <= "\udbff" and "\udc00" <= char <= "\udfff":
            pieces[-1] = (chr(0x10000 + ((ord(last[0]) - 0xD800) << 10) + ord(char) - 0xDC00), last[1], offset + at)
        else:
            pieces.append((char, offset + match.start(), offset + at))
    if at < len(raw):
        pieces.append((raw[at:], offset + at, offset + len(raw)))
    return tuple(pieces)


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the last code point of Unicode
