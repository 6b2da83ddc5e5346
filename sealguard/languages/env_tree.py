"""Formats of one entry a line: `.env`, INI, properties, systemd units, `.netrc`."""

from __future__ import annotations

import re
from typing import Final

from sealguard.languages.json_tree import unescape
from sealguard.languages.tree import Mapping, Scalar, Tree

_ENV: Final = re.compile(
    r"""[ \t]*(?:export[ \t]+|set[ \t]+)?(?P<name>[A-Za-z_][\w.-]*)[ \t]*(?:=|:[ \t])[ \t]*
    (?:"(?P<double>(?:[^"\\]|\\(?s:.)){0,50000})"|'(?P<single>[^']{0,50000})'|`(?P<tick>[^`]{0,50000})`|(?P<plain>[^\r\n]*))""",
    re.VERBOSE,
)
_TRAILING: Final = re.compile(r"[ \t]+#.*$|[ \t]+$|^#.*$")
_SECTION: Final = re.compile(r"[ \t]*\[+([^\]\r\n]*)\]+")
_ENTRY: Final = re.compile(r"[ \t]*(?P<name>[^=:\s#;\[][^=:\r\n]{0,200}?)[ \t]*(?P<sign>[=:])[ \t]*(?P<value>[^\r\n]*)")
_SPACED: Final = re.compile(r"[ \t]*(?P<name>[^\s=:#;!\[]{1,200})[ \t]+(?P<value>[^\r\n]+)")
_NETRC: Final = re.compile(r"(machine|default|login|password|account)\b[ \t]*(\"[^\"\r\n]*\"|\S+)?")
_SYSTEMD: Final = re.compile(r"\"([A-Za-z_]\w*)=([^\"]*)\"|'([A-Za-z_]\w*)=([^']*)'|([A-Za-z_]\w*)=(\S*)")


def _scalar(text: str, start: int, end: int, quote: str = "") -> Scalar:
    raw = text[start:end]
    inner = 1 if quote else 0
    return Scalar(raw, ((raw, start, end),) if raw else (), start - inner, end + inner, quote)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def parse_env(text: str) -> Tree:
    """Read a dotenv file: quotes, `export`, comments, values over several lines."""
    tree = Tree()
    root = Mapping(0, len(text))
    tree.roots.append(root)
    at = 0
    while at < len(text):
        match = _ENV.match(text, at)
        stripped = text[at : at + 200].lstrip(" \t\ufeff")
        if stripped.startswith("#"):
            start, at = at, _line_end(text, at)
            tree.comments.append((start, at))
            continue
        if match is None:
            at = _line_end(text, at)
            continue
        root.entries.append((_scalar(text, *match.span("name")), _env_value(text, match, tree)))
        at = _line_end(text, match.end())
    return tree


def _env_value(text: str, match: re.Match[str], tree: Tree) -> Scalar:
    for group, quote in (("double", '"'), ("single", "'"), ("tick", "`")):
        if match.group(group) is not None:
            start, end = match.span(group)
            if quote == '"' and "\\" in match.group(group):
                pieces = unescape(match.group(group), start)
                return Scalar("".join(piece[0] for piece in pieces), pieces, start - 1, end + 1, quote)
            return _scalar(text, start, end, quote)
    start, end = match.span("plain")
    trailing = _TRAILING.search(match.group("plain"))
    if trailing:
        if "#" in trailing.group():
            tree.comments.append((start + trailing.start(), end))
        end = start + trailing.start()
    return _scalar(text, start, end)


def parse_ini(text: str, *, properties: bool = False) -> Tree:
    """Read INI, or Java properties: sections, `=` or `:`, comments, continued lines, systemd's `Environment=`."""
    tree = Tree()
    root = Mapping(0, len(text))
    section = root
    tree.roots.append(root)
    at = 0
    while at < len(text):
        end = _line_end(text, at)
        line = text[at:end].strip(" \t\r\n\ufeff")
        header = _SECTION.match(text, at) if not properties else None
        if not line or line[0] in "#;!" or line.startswith("//"):
            if line:
                tree.comments.append((at, end))
        elif header:
            section = Mapping(at, len(text))
            root.entries.append((_scalar(text, *header.span(1)), section))
        else:
            end = _entry(text, at, section, properties=properties)
        at = max(end, at + 1)
    return tree


def _entry(text: str, at: int, section: Mapping, *, properties: bool) -> int:
    match = _ENTRY.match(text, at) or (_SPACED.match(text, at) if properties else None)
    if match is None:
        return _line_end(text, at)
    name, (start, end) = _scalar(text, *match.span("name")), match.span("value")
    line_end = _line_end(text, end)
    if name.text == "Environment":
        section.entries.append((name, _systemd(text, start, end)))
        return line_end
    pieces: list[tuple[str, int, int]] = []
    while properties and text[start:end].endswith("\\") and line_end < len(text):
        pieces.append((text[start : end - 1], start, end - 1))
        following = re.compile(r"[ \t]*([^\r\n]*)").match(text, line_end)
        start, end = following.span(1) if following else (line_end, line_end)
        line_end = _line_end(text, end)
    raw = text[start:end].rstrip(" \t\r")
    if not pieces and len(raw) > 1 and raw[0] == raw[-1] and raw[0] in "'\"":
        section.entries.append((name, _scalar(text, start + 1, start + len(raw) - 1, raw[0])))
        return line_end
    if not properties:
        comment = re.search(r"\s[;#]\s.*$", raw)
        raw = raw[: comment.start()].rstrip() if comment else raw
    last = unescape(raw, start) if properties and "\\" in raw else ((raw, start, start + len(raw)),) if raw else ()
    pieces += last
    whole = Scalar("".join(piece[0] for piece in pieces), tuple(pieces), match.start("value"), start + len(raw))
    section.entries.append((name, whole))
    return line_end


def _systemd(text: str, start: int, end: int) -> Mapping:
    node = Mapping(start, end)
    for match in _SYSTEMD.finditer(text, start, end):
        name, content = next((index, index + 1) for index in (1, 3, 5) if match.group(index) is not None)
        node.entries.append((_scalar(text, *match.span(name)), _scalar(text, *match.span(content), "'" if name != 5 else "")))  # noqa: PLR2004 - the unquoted form
    return node


def parse_netrc(text: str) -> Tree:
    """Read `.netrc`: machines, each with a login and a password."""
    tree = Tree()
    root = Mapping(0, len(text))
    tree.roots.append(root)
    machine = root
    tree.comments += [match.span() for match in re.finditer(r"(?m)^[ \t]*#[^\n]*", text)]
    for match in _NETRC.finditer(re.sub(r"(?m)^[ \t]*#[^\n]*", lambda comment: " " * len(comment.group()), text)):
        word, span = match.group(1), match.span(2) if match.group(2) else (match.end(1), match.end(1))
        scalar = _scalar(text, *span)
        if word in {"machine", "default"}:
            machine = Mapping(match.start(), match.end())
            root.entries.append((scalar if word == "machine" else _scalar(text, *match.span(1)), machine))
        else:
            machine.entries.append((_scalar(text, *match.span(1)), scalar))
            machine.end = match.end()
    return tree
