"""What nginx's configuration means beyond names and strings: variables that are set, and servers that only redirect to HTTPS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_SET: Final = re.compile(r"(?m)^[ \t]*set[ \t]+\$(?P<name>\w{1,80})[ \t]+(?P<quote>[\"']?)(?P<value>[^\s\"';]{1,2000})(?P=quote)[ \t]*;")
_REDIRECT: Final = re.compile(r"\b(?:return[ \t]+30[1278][ \t]+[\"']?https://|rewrite[ \t]+\S{1,200}[ \t]+[\"']?https://)")
_BRACKET: Final = re.compile(r"(?P<server>\bserver\s{0,40}\{)|[{}]|#[^\n]*")
_MOST: Final = 2_000


def assignments(text: str) -> Iterator[tuple[str, int, int]]:
    """Give what `set $name value;` sets: the name, and where the value stands."""
    for match in _SET.finditer(text):
        yield match.group("name"), *match.span("value")


def redirecting(text: str) -> list[tuple[int, int]]:
    """Give the `server` blocks that send whoever asks to HTTPS, in order."""
    if not _REDIRECT.search(text):
        return []
    opened: list[int] = []
    servers: list[tuple[int, int]] = []
    for match in _BRACKET.finditer(text):
        mark = match.group()
        if mark.endswith("{"):
            opened.append(match.start() if match.group("server") else -1)
        elif mark == "}" and opened:
            start = opened.pop()
            if start >= 0 and len(servers) < _MOST and _REDIRECT.search(text, start, match.end()):
                servers.append((start, match.end()))
    return servers
