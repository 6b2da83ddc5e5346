"""XML as configuration: elements and attributes with their places. No entity is ever expanded but the five that XML has.

A tokenizer of its own rather than expat: expat gives no places for attributes, and stops at the first fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from sealguard.languages.problem import SyntaxProblem
from sealguard.languages.tree import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Tree

_TOKEN: Final = re.compile(
    r"(?P<comment><!--(?s:.*?)(?:-->|\Z))|(?P<cdata><!\[CDATA\[(?s:.*?)(?:\]\]>|\Z))|(?P<other><[!?][^>]*>?)"
    r"|(?P<close></[^<>]*>)|(?P<open><[A-Za-z_](?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*>)|(?P<text>[^<]+)|(?P<stray><)",
)
_NAME: Final = re.compile(r"<([A-Za-z_][\w:.-]*)")
_ATTRIBUTE: Final = re.compile(r"([A-Za-z_][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ENTITY: Final = re.compile(r"&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6}));")
_KNOWN: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


@dataclass(slots=True)
class _Element:
    name: Scalar
    node: Mapping
    texts: list[tuple[int, int]] = field(default_factory=list)


def parse(text: str) -> Tree:
    """Read `text`. Raises `SyntaxProblem` where its tags do not match, or are nested too deep."""
    tree = Tree()
    root = Mapping(0, len(text))
    tree.roots.append(root)
    stack = [_Element(Scalar("", (), 0, 0), root)]
    for token in _TOKEN.finditer(text):
        kind = token.lastgroup
        if kind == "comment":
            tree.comments.append(token.span())
        elif kind == "stray":
            raise SyntaxProblem("not XML")
        elif kind == "open":
            _begin(token, stack)
        elif kind == "close":
            if len(stack) < 2 or token.group()[2:-1].strip() != stack[-1].name.text:  # noqa: PLR2004 - the root cannot be closed
                raise SyntaxProblem("XML whose tags do not match")
            _finish(stack.pop(), stack[-1], text, token.start())
        elif kind in {"text", "cdata"}:
            start, end = token.span()
            stack[-1].texts.append((start + 9, end - 3) if kind == "cdata" else (start, end))
    if len(stack) > 1:
        raise SyntaxProblem("XML that ends too early")
    return tree


def _begin(token: re.Match[str], stack: list[_Element]) -> None:
    found = _NAME.match(token.group())
    name = found.group(1) if found else ""
    start = token.start() + 1
    element = _Element(Scalar(name, ((name, start, start + len(name)),), start, start + len(name)), Mapping(token.start(), token.end()))
    for match in _ATTRIBUTE.finditer(token.string, start + len(name), token.end() - 1):
        group = 2 if match.group(2) is not None else 3
        low, high = match.span(group)
        element.node.entries.append((_plain(match.group(1), match.start(1)), _value(token.string, low, high, '"')))
    if token.group().endswith("/>"):
        _finish(element, stack[-1], token.string, token.end())
        return
    stack.append(element)
    if len(stack) > MAX_DEPTH:
        raise SyntaxProblem("nested too deep")


def _plain(text: str, start: int) -> Scalar:
    local = text.rpartition(":")[2] if not text.startswith("xmlns") else text
    return Scalar(local, ((local, start + len(text) - len(local), start + len(text)),), start, start + len(text))


def _finish(element: _Element, parent: _Element, text: str, end: int) -> None:
    element.node.end = end
    content = _content(element, text)
    node: Node = element.node
    if content is not None and not element.node.entries:
        node = content
    elif content is not None:
        element.node.entries.append((Scalar("value", (), content.start, content.start), content))
    elif element.name.text == "dict":
        node = _property_list(element.node)
    name = element.name
    if ":" in name.text:
        name = _plain(name.text, name.start)
    parent.node.entries.append((name, node))


def _content(element: _Element, text: str) -> Scalar | None:
    """Give an element's own text, where it has any."""
    full = [(low, high) for low, high in element.texts if text[low:high].strip()]
    if len(full) != 1:
        return None
    low, high = full[0]
    raw = text[low:high]
    low, high = low + len(raw) - len(raw.lstrip()), low + len(raw.rstrip())
    return _value(text, low, high)


def _value(text: str, start: int, end: int, quote: str = "") -> Scalar:
    raw = text[start:end]
    inner = 1 if quote else 0
    if "&" not in raw:
        return Scalar(raw, ((raw, start, end),) if raw else (), start - inner, end + inner, quote or ("|" if "\n" in raw else ""))
    pieces: list[tuple[str, int, int]] = []
    at = 0
    for match in _ENTITY.finditer(raw):
        if at < match.start():
            pieces.append((raw[at : match.start()], start + at, start + match.start()))
        code = int(match.group(2)) if match.group(2) else int(match.group(3) or "0", 16)
        char = _KNOWN[match.group(1)] if match.group(1) else chr(code) if 0 < code <= 0x10FFFF else "\ufffd"  # noqa: PLR2004 - the last code point
        pieces.append((char, start + match.start(), start + match.end()))
        at = match.end()
    if at < len(raw):
        pieces.append((raw[at:], start + at, end))
    return Scalar("".join(piece[0] for piece in pieces), tuple(pieces), start - inner, end + inner, quote)


def _property_list(node: Mapping) -> Mapping:
    """Pair keys and values of Apple's `<dict>`: `<key>a</key><string>b</string>`."""
    paired = Mapping(node.start, node.end)
    key: Scalar | None = None
    for name, child in node.entries:
        if name.text == "key" and isinstance(child, Scalar):
            key = child
        elif key is not None:
            paired.entries.append((key, _array(name, child)))
            key = None
    return paired


def _array(name: Scalar, child: Node) -> Node:
    if name.text == "array" and isinstance(child, Mapping):
        return Sequence(child.start, child.end, [item for _, item in child.entries])
    if name.text in {"true", "false"}:
        return Scalar(name.text, ((name.text, name.start, name.end),), name.start, name.end)
    return child
