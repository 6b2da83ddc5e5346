"""Bruno's requests: blocks of `name: value` lines, and blocks of text, as the tree that other API clients' files have."""

from __future__ import annotations

import re
from typing import Final

from sealguard.languages.tree import Mapping, Scalar, Tree

_BLOCK: Final = re.compile(r"(?m)^(?P<kind>[a-z]+)(?::(?P<form>[a-z0-9-]+))?[ \t]*\{[ \t]*\r?\n(?P<body>(?:(?!\}).*\n)*)\}", re.ASCII)
_ENTRY: Final = re.compile(r"(?m)^[ \t]*(?P<off>~?)(?P<name>[^:\s{}#][^:\r\n{}]{0,200}?)[ \t]*:[ \t]*(?P<value>[^\r\n]*?)[ \t]*\r?$")
_COMMENT: Final = re.compile(r"(?m)^[ \t]*(?:#|//)[^\n]*")
_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})
_TEXTS: Final = frozenset({"body", "script", "tests", "docs"})
_FIELDS: Final = frozenset({"form-urlencoded", "multipart-form"})


def parse(text: str) -> Tree:
    """Read a request: its method's block says the URL, the others go by their names; what is switched off is left out."""
    tree = Tree(comments=[match.span() for match in _COMMENT.finditer(text)])
    root = Mapping(0, len(text))
    tree.roots.append(root)
    for block in _BLOCK.finditer(text):
        kind, form = block["kind"], block["form"] or ""
        name = _scalar(text, *block.span("kind"))
        if kind in _TEXTS and form not in _FIELDS:
            root.entries.append((name, _scalar(text, *block.span("body"), quote="|")))
            continue
        entries = [
            (_scalar(text, *each.span("name")), _scalar(text, *each.span("value")))
            for each in _ENTRY.finditer(text, *block.span("body"))
            if not each["off"]
        ]
        if kind in _METHODS:
            root.entries.append((Scalar("method", (), *block.span("kind")), name))
            root.entries += [entry for entry in entries if entry[0].text == "url"]
            continue
        inner = Mapping(*block.span("body"), entries=list(entries))
        if kind == "auth" and form:
            inner.entries.insert(0, (Scalar("type", (), *block.span("form")), _scalar(text, *block.span("form"))))
        root.entries.append((name, inner))
    return tree


def _scalar(text: str, start: int, end: int, quote: str = "") -> Scalar:
    raw = text[start:end]
    return Scalar(raw, ((raw, start, end),) if raw else (), start, end, quote)
