"""What CI runners and spreadsheets make of lines, written down from the runners' own sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

GITHUB_COMMANDS = frozenset(
    {
        "internal-set-repo-path", "set-env", "set-output", "save-state", "add-mask", "add-path", "add-matcher", "remove-matcher",
        "debug", "warning", "error", "notice", "group", "endgroup", "echo", "stop-commands",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Command:
    """A command that a runner would obey."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    message: str = ""


def github(line: str) -> Command | None:
    """Give what GitHub's runner takes a line of a step's output for: `::name key=value::message`, or the older `##[name]` anywhere."""
    stripped = line.lstrip()
    if stripped.startswith("::") and (end := stripped.find("::", 2)) >= 0:
        name, _, properties = stripped[2:end].partition(" ")
        if name.lower() in GITHUB_COMMANDS:
            escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}
            return Command(
                name, _properties(properties, ",", escapes), _unescaped(stripped[end + 2 :], {"%0D": "\r", "%0A": "\n", "%25": "%"})
            )
    old = re.search(r"##\[([^\] ]*)[^\]]*\]", line)
    return Command(old[1]) if old and old[1].lower() in GITHUB_COMMANDS else None


def azure(line: str) -> Command | None:
    """Give what Azure's agent takes a line for: `##vso[area.event key=value;]message`, anywhere in it."""
    start = line.find("##vso[")
    end = line.find("]", start)
    if start < 0 or end < 0:
        return None
    name, _, properties = line[start + 6 : end].partition(" ")
    escapes = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%AZP25": "%"}
    return Command(name, _properties(properties, ";", escapes), _unescaped(line[end + 1 :], escapes))


def _properties(text: str, separator: str, escapes: dict[str, str]) -> dict[str, str]:
    pairs = (pair.partition("=") for pair in text.strip().split(separator) if pair)
    return {name: _unescaped(value, escapes) for name, _, value in pairs}


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    for code, char in escapes.items():
        text = text.replace(code, char)
    return text
